import { Button, makeStyles, ProgressBar, Spinner, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons'
import { focusOnArrival } from '../ui/focusOnArrival.ts'
import { scrollOnArrival } from '../ui/scrollOnArrival.ts'
import type { Reading } from './collectStore.ts'
import { sayReading } from './collectWords.ts'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '24px',
    maxWidth: '640px',
    minHeight: 0,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: '4px 0',
    overflowY: 'auto',
    minHeight: 0,
    flexShrink: 1,
  },
  file: { display: 'flex', alignItems: 'center', gap: '8px', padding: '3px 4px', overflowWrap: 'anywhere' },
  done: { color: tokens.colorStatusSuccessForeground1, lineHeight: 0, width: '16px' },
})

const steps = {
  reading: 'being read',
  matching: 'being matched with the plan',
  merging: 'being compared',
} as const

/** Workbooks being read: how far it is, each with its state, and the way to stop. */
export function ReadingView({ reading }: { reading: Reading }) {
  const styles = useStyles()
  const stop = useCollect((s) => s.stop)
  const { progress, files, stopping } = reading
  return (
    <div className={styles.page}>
      <output>
        <Text weight="semibold">{sayReading(reading)}</Text>
      </output>
      <ProgressBar
        aria-label="Reading the workbooks"
        {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
      />
      <Text className={styles.quiet}>Every row is matched with the plan. Nothing is written.</Text>
      <div>
        <Button ref={focusOnArrival} disabled={stopping} onClick={() => void stop()}>
          {stopping ? 'Stopping…' : 'Cancel'}
        </Button>
      </div>
      <ul className={styles.list} aria-label="Workbooks being read">
        {files.map((file) => {
          const now = progress?.file === file && progress.done < progress.total
          return (
            <li key={file} ref={scrollOnArrival} className={styles.file}>
              <span className={styles.done} aria-hidden>
                {now ? <Spinner size="extra-tiny" /> : <CheckmarkCircle16Regular />}
              </span>
              <span>
                {file}
                {now && progress && <span className={styles.quiet}> {steps[progress.step]}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
