import { useState } from 'react'
import type { Input as CallInput } from '../../../shared/ipc/contract.ts'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useApp } from '../../app/client.tsx'
import { useDraft } from '../../ui/draftStore.ts'
import { readDay } from '../../../shared/dates/readDay.ts'
import { useWrite } from '../../ui/useWrite.ts'
import { DrawerForm } from './DrawerForm.tsx'
import { percentOf } from './percentOf.ts'
import { UpdateFields, updateTexts, type UpdateValues } from './UpdateFields.tsx'

type NewUpdate = CallInput<'action.addUpdate'>

export const updateDraftKey = (actionId: string): string => `${actionId} update`

/** Writes down what a lead said, with how it came and when, as if it had come in a workbook. */
export function UpdateForm({ view, onClose }: { view: ActionDetailView; onClose: () => void }) {
  const { error, busy, run } = useWrite()
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const draft = useDraft(updateDraftKey(view.id), {
    ...blank,
    at: sayDay(today),
    by: view.leads[0]?.printed ?? '',
  })
  const [asked, setAsked] = useState(false)
  const close = (): void => {
    draft.clear()
    onClose()
  }
  const save = async (): Promise<void> => {
    setAsked(true)
    const input = toUpdate(view.id, draft.values, today)
    if (input && (await run('action.addUpdate', input, `Update of ${view.ref} saved.`))) close()
  }
  return (
    <DrawerForm
      opener="update"
      label="New update"
      save="Save update"
      error={error}
      busy={busy}
      onSave={save}
      onCancel={close}
      onLeave={onClose}
    >
      <UpdateFields
        values={draft.values}
        set={draft.set}
        leads={view.leads.map((l) => l.printed)}
        asked={asked}
      />
    </DrawerForm>
  )
}

const blank = {
  source: 'email',
  sourceNote: '',
  progress: '',
  nextSteps: '',
  issues: '',
  evidence: '',
  percent: '',
}

/** What was typed as an update; null where something is missing or can't be read. */
function toUpdate(actionId: string, v: UpdateValues, today: string): NewUpdate | null {
  const percent = percentOf(v.percent)
  const empty = updateTexts.every(([field]) => v[field].trim() === '') && percent === null
  const at = readDay(v.at, today)
  if (empty || at === null || percent === 'unread') return null
  const words = (text: string): string | null => text.trim() || null
  return {
    actionId,
    at,
    source: v.source as NewUpdate['source'],
    sourceNote: words(v.sourceNote),
    by: words(v.by),
    progress: words(v.progress),
    nextSteps: words(v.nextSteps),
    issues: words(v.issues),
    evidence: words(v.evidence),
    percentComplete: percent,
  }
}
