import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useEffect } from 'react'
import { useApp } from '../app/client.tsx'
import { useFocusReturn } from '../ui/useFocusReturn.ts'
import { count } from './collectWords.ts'
import { usePast } from './useCollect.ts'

type Props = { readonly importIds: readonly string[]; readonly onClose: () => void }

/** Says what undoing imports will do, before it does it. */
export function UndoDialog({ importIds, onClose }: Props) {
  useFocusReturn('[data-undone]')
  const undo = usePast((s) => s.undo)
  const load = usePast((s) => s.load)
  const imports = usePast((s) => s.imports)
  const refresh = useApp((s) => s.refresh)
  useEffect(() => void load(), [load])
  const asked = (imports ?? []).filter((i) => importIds.includes(i.id))
  const fields = asked.reduce((n, i) => n + i.fields, 0)
  const only = importIds.length === 1 ? asked[0] : undefined
  const confirm = (): void => {
    onClose()
    void undo(importIds).then(refresh)
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {only ? `Undo the import of “${only.file}”?` : `Undo ${count(importIds.length, 'import')}?`}
          </DialogTitle>
          <DialogContent>
            {count(fields, 'value')} that {importIds.length === 1 ? 'it' : 'they'} wrote{' '}
            {fields === 1 ? 'goes' : 'go'} back to what {fields === 1 ? 'it was' : 'they were'} before. A
            value that somebody has edited since is kept, and you will see which.{' '}
            {importIds.length === 1
              ? 'The import stays in the list, marked as undone, and the workbook can be brought in again.'
              : 'The imports stay in the list, marked as undone, and the workbooks can be brought in again.'}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={confirm}>
              Undo import
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
