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
import { DayField } from '../ui/DayField.tsx'
import { readDay } from '../../shared/dates/readDay.ts'
import { useProgramme } from '../app/useProgramme.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '16px' },
  save: { whiteSpace: 'nowrap' },
})

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
    const startedOn = readDay(fields.startedOn, '')
    if (fields.name.trim() === '' || fields.localArea.trim() === '' || startedOn === null) return
    if (!(await create({ ...fields, startedOn }))) return
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
              <DayField
                label="Start date"
                required
                hint="A completion date before this day will be pointed out as a slip of the pen."
                missing={asked && 'Give the day the programme began.'}
                value={fields.startedOn}
                onChange={(startedOn) => set({ startedOn })}
              />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary" className={styles.save}>
                Choose where to keep it
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
