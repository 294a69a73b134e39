import { Button, makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { CommittedBar } from './CommittedBar.tsx'
import { count } from './collectWords.ts'
import { DropZone } from './DropZone.tsx'
import { PastImports } from './PastImports.tsx'
import { ReviewView } from './ReviewView.tsx'
import { useCollect } from './useCollect.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    flexGrow: 1,
    minHeight: 0,
    boxSizing: 'border-box',
    padding: '16px 24px',
  },
  scrolling: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    overflowY: 'auto',
    minHeight: 0,
    flexGrow: 1,
    '> *': { flexShrink: 0 },
  },
  reading: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '48px', maxWidth: '520px' },
})

/** Collect updates: choose workbooks, look at every row, commit, and take an import back. */
export function CollectScreen() {
  const styles = useStyles()
  const flow = useCollect((s) => s.flow)
  if (flow.step === 'review') return <ReviewView review={flow} />
  return (
    <div className={styles.root}>
      <PageHeader
        title="Collect updates"
        about="Bring in the workbooks that leads have sent back, see what each row would change, and commit."
      />
      {flow.step === 'reading' ? <Reading paths={flow.paths} /> : <Start />}
    </div>
  )
}

function Start() {
  const styles = useStyles()
  const flow = useCollect((s) => s.flow)
  const choose = useCollect((s) => s.choose)
  const preview = useCollect((s) => s.preview)
  return (
    <div className={styles.scrolling}>
      {flow.step === 'start' && <ErrorBar error={flow.error} />}
      {flow.step === 'done' && <CommittedBar document={flow.document} />}
      <DropZone onFiles={(paths) => void preview(paths)} onChoose={() => void choose()} />
      <PastImports />
    </div>
  )
}

function Reading({ paths }: { paths: readonly string[] }) {
  const styles = useStyles()
  const leave = useCollect((s) => s.leave)
  return (
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
  )
}
