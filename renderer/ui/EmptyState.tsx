import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '48px 24px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '40px', lineHeight: 0 },
  title: { color: tokens.colorNeutralForeground1 },
  text: { maxWidth: '460px' },
  actions: { display: 'flex', gap: '8px', marginTop: '8px' },
})

type Props = {
  readonly title: string
  /** What will stand here, and how it gets here. */
  readonly children?: ReactNode
  readonly icon?: ReactNode
  readonly actions?: ReactNode
}

/** Says what is not there yet and what to do about it. */
export function EmptyState({ title, children, icon, actions }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <Text size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children && <Text className={styles.text}>{children}</Text>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
