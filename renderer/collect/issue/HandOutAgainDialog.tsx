import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useFocusReturn } from '../../ui/useFocusReturn.ts'

type Props = {
  /** Who has a workbook already, as a sentence. */
  readonly said: string
  readonly onYes: () => void
  readonly onClose: () => void
}

/** Asks before workbooks go to people who have one of the period. */
export function HandOutAgainDialog({ said, onYes, onClose }: Props) {
  useFocusReturn('[data-hand-out]')
  return (
    <Dialog open modalType="alert" onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Hand out again?</DialogTitle>
          <DialogContent>
            {said} New ones ask about all of their actions once more; those that are out stay valid, and
            whichever comes back is read. To ask only for what is missing, choose “Ask again…” under “Who has
            answered”.
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                onClose()
                onYes()
              }}
            >
              Choose a folder…
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
