import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { RowView } from '../../shared/ipc/importCalls.ts'
import { useClient } from '../app/client.tsx'
import type { ReviewRow } from './reviewRows.ts'

/** A row as it stands in its sheet, with which row that is: the last one stays until the next one has come. */
export type SheetRow = {
  readonly row: ReviewRow
  readonly view: RowView | null
  readonly error: AppError | null
}

/** Asks for the row of the workbook that a review's row was read from; an overtaken answer is dropped. */
export function useSheetRow(planId: string, row: ReviewRow | null): SheetRow | null {
  const call = useClient()
  const [shown, setShown] = useState<SheetRow | null>(null)
  const turn = useRef(0)
  const key = row?.key
  useEffect(() => {
    const mine = ++turn.current
    if (!row) return
    const at = { file: row.file, sheet: row.row.sheet, row: row.row.row }
    void call('import.row', { planId, ...at }).then((answer) => {
      if (mine !== turn.current) return
      setShown({
        row,
        view: answer.ok ? answer.value : null,
        error: answer.ok ? null : answer.error,
      })
    })
    // The row is the same for as long as its key and the plan are.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [call, planId, key])
  return shown
}
