import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { readDay } from '../../shared/dates/readDay.ts'
import type { PlanPreview } from '../../shared/planIn/planDraft.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useProgramme } from '../app/useProgramme.ts'
import { DayField } from '../ui/DayField.tsx'
import type { PlanInStore } from './planInStore.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Props = { readonly store: PlanInStore; readonly preview: PlanPreview }

/** What the document cannot say for sure: the programme's name, its local area, and when it began. Then it is made. */
export function PlanFacts({ store, preview }: Props) {
  const styles = useStyles()
  const { createFromPlan } = useProgramme()
  const { busy, setStartedOn, close } = useStore(store)
  const [name, setName] = useState(preview.title ?? preview.localArea ?? '')
  const [localArea, setLocalArea] = useState(preview.localArea ?? '')
  const [typed, setTyped] = useState(preview.startedOn ? sayDay(preview.startedOn) : '')
  const [asked, setAsked] = useState(false)
  const missing = (value: string, message: string) =>
    asked && value.trim() === '' ? { validationMessage: message } : {}
  const changeDay = (value: string): void => {
    setTyped(value)
    const day = readDay(value, '')
    // the box writes a day in one form when it is left: then the dates are read against it
    if (day !== null && value === sayDay(day)) void setStartedOn(day)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    const day = readDay(typed, '')
    if (name.trim() === '' || localArea.trim() === '' || day === null) return
    // sent from inside the box of the date, the plan has not been read against it yet
    await setStartedOn(day)
    const { reply, error } = store.getState()
    if (reply && error === null && (await createFromPlan({ planId: reply.planId, name, localArea }))) close()
  }
  return (
    <form className={styles.form} onSubmit={(e) => void submit(e)} noValidate>
      <Field label="Name of the programme" required {...missing(name, 'Give it a name.')}>
        <Input value={name} onChange={(_, d) => setName(d.value)} />
      </Field>
      <Field label="Local area" required {...missing(localArea, 'Which local area is it for?')}>
        <Input value={localArea} onChange={(_, d) => setLocalArea(d.value)} />
      </Field>
      <DayField
        label="Start date"
        required
        hint="Dates before this day are pointed out, and “at 3 months” counts from it."
        missing={asked && 'Give the day the programme began.'}
        value={typed}
        onChange={changeDay}
      />
      <Button type="submit" appearance="primary" disabled={busy || preview.totals.actions === 0}>
        Create the programme…
      </Button>
      <Text size={200} className={styles.quiet}>
        Where to keep it is asked next. The document itself is only read.
      </Text>
    </form>
  )
}
