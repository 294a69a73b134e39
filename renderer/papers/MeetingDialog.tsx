import { Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { useApp, useDesk } from '../app/client.tsx'
import { DayField } from '../ui/DayField.tsx'
import { readDay } from '../../shared/dates/readDay.ts'
import { FormDialog } from './FormDialog.tsx'
import { usePapers } from './usePapers.ts'

/** Records the coming meeting of a board, which its papers print. */
export function MeetingDialog({ board, onClose }: { board: string; onClose: () => void }) {
  const { app } = useDesk()
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const name = usePapers((s) => s.options?.boards.find((b) => b.id === board)?.name ?? 'the board')
  const [typed, setTyped] = useState('')
  const [agendaItem, setAgendaItem] = useState('')
  const heldOn = readDay(typed, today)
  const submit = async () => {
    if (heldOn === null) return null
    const answer = await app.getState().write('meeting.add', { board, heldOn, agendaItem })
    if (!answer.ok) return answer.error
    app.getState().say('The meeting is recorded.')
    return null
  }
  return (
    <FormDialog
      title="Add a meeting"
      action="Add"
      disabled={heldOn === null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>The next meeting of the {name}. Its papers print the day and the agenda item.</Text>
      <DayField label="Day of the meeting" value={typed} onChange={setTyped} required />
      <Field label="Agenda item" hint="Leave it empty where it is not known yet.">
        <Input value={agendaItem} onChange={(_, d) => setAgendaItem(d.value)} />
      </Field>
    </FormDialog>
  )
}
