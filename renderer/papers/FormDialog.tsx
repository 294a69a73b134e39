import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', paddingBottom: '4px' },
})

type Props = {
  readonly title: string
  readonly action: string
  readonly disabled: boolean
  /** Gives the error where it was refused; the dialog then stays open and says it. */
  readonly onSubmit: () => Promise<AppError | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog with a form: Enter saves, Escape leaves, what is refused is said inside. */
export function FormDialog({ title, action, disabled, onSubmit, onClose, children }: Props) {
  const styles = useStyles()
  const [error, setError] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (disabled || busy) return
    setBusy(true)
    const refused = await onSubmit()
    setBusy(false)
    setError(refused)
    if (!refused) onClose()
  }
  return (
    <Dialog open onOpenChange={(_, d) => !d.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <form onSubmit={(e) => void submit(e)}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              <ErrorBar error={error} />
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={disabled || busy}>
                {action}
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
