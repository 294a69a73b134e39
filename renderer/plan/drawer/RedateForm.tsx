import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { printSpan } from '../../../shared/dates/printDay.ts'
import { readCompletion } from '../../../shared/dates/readCompletion.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useApp } from '../../app/client.tsx'
import { useDraft } from '../../ui/draftStore.ts'
import { useWrite } from '../../ui/useWrite.ts'
import { DrawerForm } from './DrawerForm.tsx'

export const redateDraftKey = (actionId: string): string => `${actionId} redate`

/** Moves the completion date, in the words people use, with the reason that boards will ask for. */
export function RedateForm({ view, onClose }: { view: ActionDetailView; onClose: () => void }) {
  const { error, busy, run } = useWrite()
  const draft = useDraft(redateDraftKey(view.id), { text: '', reason: '' })
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const [asked, setAsked] = useState(false)
  const text = draft.values.text.trim()
  const reason = draft.values.reason.trim()
  const close = (): void => {
    draft.clear()
    onClose()
  }
  const save = async (): Promise<void> => {
    setAsked(true)
    if (text === '' || reason === '') return
    const done = `Completion date of ${view.ref} moved to ${text}. The first date is kept.`
    if (await run('action.redate', { actionId: view.id, text, reason }, done)) close()
  }
  return (
    <DrawerForm
      opener="redate"
      label="Move the date"
      save="Save new date"
      error={error}
      busy={busy}
      onSave={save}
      onCancel={close}
      onLeave={onClose}
    >
      <Field
        label="New date"
        required
        hint={understood(text, today)}
        {...(asked && text === '' ? { validationMessage: 'Give the new date.' } : {})}
      >
        <Input value={draft.values.text} onChange={(_, { value }) => draft.set('text', value)} />
      </Field>
      <Field
        label="Reason"
        required
        {...(asked && reason === ''
          ? { validationMessage: 'A date that moves needs a reason. One sentence is enough.' }
          : {})}
      >
        <Textarea
          value={draft.values.reason}
          resize="vertical"
          onChange={(_, { value }) => draft.set('reason', value)}
        />
      </Field>
    </DrawerForm>
  )
}

/** How the typed words are understood, as they are typed. */
function understood(text: string, today: string): string {
  if (text === '') return 'As you would write it: “end of March 2020”, “14 May 2020”, “summer term 2020”.'
  const reading = readCompletion(text, { near: today })
  if (reading.precision === 'unread')
    return `${reading.problem ?? 'No date was found.'} Write it like “31 March 2020”, “March 2020” or “summer term 2020”.`
  if (reading.problem !== null) return reading.problem
  const span = printSpan(reading)
  return reading.latest === null
    ? `Understood as ${span}, with no last day.`
    : `Understood as ${span}; late after ${sayDay(reading.latest)}.`
}
