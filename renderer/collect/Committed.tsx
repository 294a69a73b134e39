import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { CommitDocument } from '../../shared/import/previewDocument.ts'
import { useApp } from '../app/client.tsx'
import { useFocusArrival } from '../ui/useFocusArrival.ts'
import { useCall } from '../ui/useCall.ts'
import { count, sayCommitted, saySummary } from './collectWords.ts'
import { ReportButton } from './ReportButton.tsx'
import { isRefused } from './reviewRows.ts'
import { UndoDialog } from './UndoDialog.tsx'
import { UndoneBar } from './UndoneBar.tsx'
import { useCollect, usePast } from './useCollect.ts'

const useStyles = makeStyles({
  words: { display: 'block', marginTop: '2px', whiteSpace: 'normal' },
  bar: { maxWidth: '100%' },
})

/** What the commit did, in words, with its report, the way on and the way back. */
export function Committed({ document }: { document: CommitDocument }) {
  const styles = useStyles()
  const go = useApp((s) => s.go)
  const undoing = usePast((s) => s.undoing)
  const undone = usePast((s) => s.undone)
  const resume = useCollect((s) => s.resume)
  const leave = useCollect((s) => s.leave)
  useFocusArrival('[data-committed]')
  const [asking, setAsking] = useState(false)
  const { value: questions } = useCall('import.questions', {})
  const ids = document.files.flatMap((f) => (isRefused(f) || f.importId === null ? [] : [f.importId]))
  const open = (questions ?? []).filter((q) => ids.includes(q.importId))
  const next = open[0]
  const left = open.reduce((n, q) => n + q.fields, 0)
  if (undone && ids.length > 0 && ids.every((id) => undone.some((u) => u.result.importId === id)))
    return <UndoneBar />
  return (
    <MessageBar intent="success" layout="multiline" className={styles.bar} data-committed tabIndex={-1}>
      <MessageBarBody>
        <MessageBarTitle>{sayCommitted(document)}</MessageBarTitle>
        <span className={styles.words}>{saySummary(document, open)}</span>
        <Link inline as="button" onClick={() => go('plan')}>
          See them in the work plan
        </Link>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label="Dismiss message"
            onClick={leave}
          />
        }
      >
        <ReportButton importIds={ids} refused={document.files.filter(isRefused)} />
        {next && (
          <Button size="small" onClick={() => void resume(next.importId)}>
            Decide what is open ({count(left, 'value')})
          </Button>
        )}
        {ids.length > 0 && (
          <Button size="small" disabled={undoing !== null} onClick={() => setAsking(true)}>
            Undo…
          </Button>
        )}
      </MessageBarActions>
      {asking && <UndoDialog importIds={ids} onClose={() => setAsking(false)} />}
    </MessageBar>
  )
}
