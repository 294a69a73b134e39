import { Button } from '@fluentui/react-components'
import { DocumentText16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { sayError } from '../../shared/errors.ts'
import type { RefusedFile } from '../../shared/import/previewDocument.ts'
import { useClient, useDesk } from '../app/client.tsx'
import { saySaved } from '../papers/paperWords.ts'

type Props = {
  readonly importIds: readonly string[]
  /** Files of the same batch that could not be read. */
  readonly refused?: readonly RefusedFile[]
  /** Names the import, where there are several such buttons. */
  readonly of?: string
}

/** Saves what became of every file and every row as a Word document. */
export function ReportButton({ importIds, refused = [], of }: Props) {
  const call = useClient()
  const { app } = useDesk()
  const [busy, setBusy] = useState(false)
  if (importIds.length === 0) return null
  const save = async (): Promise<void> => {
    setBusy(true)
    const answer = await call('import.report', { importIds: [...importIds], refused: [...refused] })
    setBusy(false)
    if (!answer.ok) app.getState().refuse(sayError(answer.error))
    else if (answer.value) app.getState().say(`${saySaved(answer.value.out)}.`)
  }
  return (
    <Button
      size="small"
      icon={<DocumentText16Regular />}
      disabled={busy}
      aria-label={of ? `Save the report of ${of}` : undefined}
      onClick={() => void save()}
    >
      {of ? 'Report…' : 'Save the import report…'}
    </Button>
  )
}
