import { Button, Field, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { useDraft, useHasDraft } from '../../ui/draftStore.ts'
import { useWrite } from '../../ui/useWrite.ts'
import { DrawerForm } from './DrawerForm.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

const fields = [
  ['action', 'Action'],
  ['intendedImpact', 'Intended impact'],
  ['measureOfSuccess', 'Measure of success'],
  ['accountable', 'Accountable officer'],
  ['note', 'Note'],
] as const
type FieldName = (typeof fields)[number][0]

/** The wording of the plan, each text correctable in place. */
export function TextsTab({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  return (
    <div className={styles.wide}>
      {fields.map(([field, label]) => (
        <PlanText key={field} view={view} field={field} label={label} />
      ))}
    </div>
  )
}

type Props = { readonly view: ActionDetailView; readonly field: FieldName; readonly label: string }

function PlanText({ view, field, label }: Props) {
  const styles = useDrawerStyles()
  const begun = useHasDraft(`${view.id} text ${field}`)
  const [editing, setEditing] = useState(begun)
  const text = view[field]
  if (editing) return <TextForm view={view} field={field} label={label} onClose={() => setEditing(false)} />
  return (
    <section aria-label={label}>
      <div className={styles.between}>
        <h3 className={styles.heading}>{label}</h3>
        <Button
          size="small"
          appearance="subtle"
          data-opens={`text ${field}`}
          aria-label={`Edit ${label.toLocaleLowerCase('en-GB')}`}
          onClick={() => setEditing(true)}
        >
          Edit
        </Button>
      </div>
      {text ? <p className={styles.text}>{text}</p> : <Text className={styles.quiet}>Not in the plan.</Text>}
    </section>
  )
}

function TextForm({ view, field, label, onClose }: Props & { readonly onClose: () => void }) {
  const { error, busy, run } = useWrite()
  const before = view[field]
  const draft = useDraft(`${view.id} text ${field}`, { text: before ?? '' })
  const [asked, setAsked] = useState(false)
  const text = draft.values.text.trim()
  const missing = field === 'action' && text === ''
  const close = (): void => {
    draft.clear()
    onClose()
  }
  const save = async (): Promise<void> => {
    setAsked(true)
    if (missing) return
    if (!draft.dirty) return close()
    const input = { actionId: view.id, field, before, after: text || null }
    if (await run('action.editText', input, `${label} of ${view.ref} saved.`)) close()
  }
  return (
    <DrawerForm
      opener={`text ${field}`}
      label={label}
      save="Save"
      error={error}
      busy={busy}
      onSave={save}
      onCancel={close}
      onLeave={onClose}
    >
      <Field label={label} {...(asked && missing ? { validationMessage: 'An action needs its words.' } : {})}>
        <Textarea
          value={draft.values.text}
          rows={5}
          resize="vertical"
          onChange={(_, { value }) => draft.set('text', value)}
        />
      </Field>
    </DrawerForm>
  )
}
