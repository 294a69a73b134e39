import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components'
import { Keyboard20Regular } from '@fluentui/react-icons'
import { reviewKeys } from './useReviewKeys.ts'

const useStyles = makeStyles({
  button: { flexShrink: 0 },
  list: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '6px 16px', margin: 0 },
  what: { margin: 0 },
  key: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    padding: '1px 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
  },
})

/** The keys of the review, where they are needed. */
export function KeysHelp() {
  const styles = useStyles()
  return (
    <Popover positioning="above-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.button} icon={<Keyboard20Regular />}>
          Keys
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Keys of the review" tabIndex={0}>
        <dl className={styles.list}>
          {reviewKeys.map(([key, what]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd className={styles.what}>{what}</dd>
            </div>
          ))}
        </dl>
      </PopoverSurface>
    </Popover>
  )
}
