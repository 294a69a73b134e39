import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { CommittedBar } from './CommittedBar.tsx'
import { count } from './collectWords.ts'
import { DropZone } from './DropZone.tsx'
import { ReviewView } from './ReviewView.tsx'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    overflowY: 'auto',
    minHeight: 0,
    flexGrow: 1,
    padding: '16px 24px',
    '> *': { flexShrink: 0 },
  },
  about: { color: tokens.colorNeutralForeground2 },
  reading: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '48px', maxWidth: '520px' },
})

/** Workbooks coming back: drop them, look at every row, commit. */
export function BringBack() {
  const flow = useCollect((s) => s.flow)
  if (flow.step === 'review') return <ReviewView review={flow} />
  return flow.step === 'reading' ? <Reading paths={flow.paths} /> : <Start />
}

function Start() {
  const styles = useStyles()
  const flow = useCollect((s) => s.flow)
  const choose = useCollect((s) => s.choose)
  const preview = useCollect((s) => s.preview)
  return (
    <div className={styles.page}>
      <Text className={styles.about}>
        Bring in the workbooks that leads have sent back, see what each row would change, and commit.
      </Text>
      {flow.step === 'start' && <ErrorBar error={flow.error} />}
      {flow.step === 'done' && <CommittedBar document={flow.document} />}
      <DropZone onFiles={(paths) => void preview(paths)} onChoose={() => void choose()} />
    </div>
  )
}

function Reading({ paths }: { paths: readonly string[] }) {
  const styles = useStyles()
  const leave = useCollect((s) => s.leave)
  return (
    <div className={styles.page}>
      <div className={styles.reading}>
        <output>
          <Text weight="semibold">Reading {count(paths.length, 'workbook')}…</Text>
        </output>
        <ProgressBar aria-label="Reading the workbooks" />
        <Text>Every row is matched with the plan. Nothing is written.</Text>
        <div>
          <Button onClick={leave}>Cancel</Button>
        </div>
      </div>
    </div>
  )
}
