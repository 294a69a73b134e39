import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useApp } from '../app/client.tsx'
import { count } from './collectWords.ts'
import type { PastImport } from './pastImportsStore.ts'
import { usePast } from './useCollect.ts'

/** Says what undoing an import will do, before it does it. */
export function UndoDialog({ past, onClose }: { past: PastImport; onClose: () => void }) {
  const undo = usePast((s) => s.undo)
  const refresh = useApp((s) => s.refresh)
  const confirm = (): void => {
    onClose()
    void undo(past.id).then(refresh)
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Undo the import of “{past.file}”?</DialogTitle>
          <DialogContent>
            {count(past.fields, 'value')} that it wrote {past.fields === 1 ? 'goes' : 'go'} back to what{' '}
            {past.fields === 1 ? 'it was' : 'they were'} before. A value that somebody has edited since is
            kept, and you will see which. The import stays in the list, marked as undone, and the workbook can
            be brought in again.
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
