import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { Committed } from './Committed.tsx'
import { DropZone } from './DropZone.tsx'
import { OpenQuestions } from './OpenQuestions.tsx'
import { ReadingView } from './ReadingView.tsx'
import { ReviewView } from './ReviewView.tsx'
import { useCollect, useProgressNotices } from './useCollect.ts'

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
})

/** Workbooks coming back: drop them, look at every row, commit, and go on with what was left open. */
export function BringBack() {
  useProgressNotices()
  const flow = useCollect((s) => s.flow)
  if (flow.step === 'review') return <ReviewView review={flow} />
  return flow.step === 'reading' ? <ReadingView reading={flow} /> : <Start />
}

function Start() {
  const styles = useStyles()
  const flow = useCollect((s) => s.flow)
  const choose = useCollect((s) => s.choose)
  const preview = useCollect((s) => s.preview)
  return (
    <div className={styles.page}>
      <Text className={styles.about}>
        Bring in the workbooks that leads have sent back, see what each row would change, and commit. Handing
        them out, and asking those who are silent, have tabs of their own.
      </Text>
      {flow.step === 'start' && (
        <ErrorBar error={flow.error} intent={flow.error?.code === 'cancelled' ? 'info' : 'error'} />
      )}
      {flow.step === 'done' && <Committed document={flow.document} />}
      <DropZone onFiles={(paths) => void preview(paths)} onChoose={() => void choose()} />
      <OpenQuestions />
    </div>
  )
}
