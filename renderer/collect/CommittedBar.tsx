import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { CommitDocument } from '../../shared/import/previewDocument.ts'
import { useApp } from '../app/client.tsx'
import { sayCommitted } from './collectWords.ts'
import { isRefused } from './reviewRows.ts'
import { UndoDialog } from './UndoDialog.tsx'
import { usePast } from './useCollect.ts'

/** What the commit did, with the way to the plan and the way back. */
export function CommittedBar({ document }: { document: CommitDocument }) {
  const go = useApp((s) => s.go)
  const undoing = usePast((s) => s.undoing)
  const imports = usePast((s) => s.imports)
  const [asking, setAsking] = useState(false)
  const ids = document.files.flatMap((f) => (isRefused(f) || f.importId === null ? [] : [f.importId]))
  const only = ids.length === 1 ? imports?.find((i) => i.id === ids[0]) : undefined
  if (imports?.some((i) => ids.includes(i.id) && i.undoneAt !== null)) return null
  return (
    <MessageBar intent="success" data-committed>
      <MessageBarBody>
        <MessageBarTitle>{sayCommitted(document)}</MessageBarTitle>
        <Link inline as="button" onClick={() => go('plan')}>
          See them in the work plan
        </Link>
        {ids.length > 1 && ' Each workbook can be taken back under “Past imports”.'}
      </MessageBarBody>
      {only && (
        <MessageBarActions>
          <Button size="small" disabled={undoing !== null} onClick={() => setAsking(true)}>
            Undo this import…
          </Button>
        </MessageBarActions>
      )}
      {asking && only && <UndoDialog past={only} onClose={() => setAsking(false)} />}
    </MessageBar>
  )
}
