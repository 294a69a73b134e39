import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-end',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '8px 16px',
    minHeight: '44px',
    flexShrink: 0,
  },
  words: { minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
    whiteSpace: 'nowrap',
  },
  about: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', alignItems: 'center', gap: '8px', flexShrink: 0 },
})

type Props = { readonly title: string; readonly about?: ReactNode; readonly actions?: ReactNode }

/** The heading of a screen, one sentence under it, and its commands on the right. Receives focus on arrival. */
export function PageHeader({ title, about, actions }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.root}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1} data-page-title>
          {title}
        </h1>
        {about && (
          <Text className={styles.about} block>
            {about}
          </Text>
        )}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
