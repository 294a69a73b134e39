import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { useProgramme } from '../app/useProgramme.ts'

const useStyles = makeStyles({ fields: { display: 'flex', flexDirection: 'column', gap: '16px' } })

const blank = { name: '', localArea: '', startedOn: '' }

/** Asks what a new programme is called, where it is, and when it began; where to keep the file is asked next. */
export function NewProgrammeDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles()
  const { create } = useProgramme()
  const [fields, setFields] = useState(blank)
  const [asked, setAsked] = useState(false)
  const set = (part: Partial<typeof blank>): void => setFields((old) => ({ ...old, ...part }))
  const missing = (value: string, message: string) =>
    asked && value.trim() === '' ? { validationMessage: message } : {}
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (Object.values(fields).some((v) => v.trim() === '')) return
    if (!(await create(fields))) return
    setFields(blank)
    setAsked(false)
    onClose()
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={(e) => void submit(e)} noValidate>
          <DialogBody>
            <DialogTitle>New programme</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field label="Name of the programme" required {...missing(fields.name, 'Give it a name.')}>
                <Input
                  value={fields.name}
                  placeholder="SEND Improvement Programme"
                  onChange={(_, { value }) => set({ name: value })}
                />
              </Field>
              <Field
                label="Local area"
                required
                {...missing(fields.localArea, 'Which local area is it for?')}
              >
                <Input value={fields.localArea} onChange={(_, { value }) => set({ localArea: value })} />
              </Field>
              <Field
                label="Start date"
                required
                hint="A completion date before this day will be pointed out as a slip of the pen."
                {...missing(fields.startedOn, 'Give the day the programme began.')}
              >
                <Input
                  type="date"
                  value={fields.startedOn}
                  onChange={(_, { value }) => set({ startedOn: value })}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary">
                Choose where to keep it
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
