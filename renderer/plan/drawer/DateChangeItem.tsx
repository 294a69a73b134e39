import { Button, Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { ActionDetailView, DateChangeView } from '../../../shared/view/actionDetail.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useApp } from '../../app/client.tsx'
import { useDraft } from '../../ui/draftStore.ts'
import { DayField } from '../../ui/DayField.tsx'
import { readDay } from '../../../shared/dates/readDay.ts'
import { useWrite } from '../../ui/useWrite.ts'
import { DrawerForm } from './DrawerForm.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

type Props = { readonly view: ActionDetailView; readonly change: DateChangeView; readonly isNow: boolean }

/** One move of the date: to when, why, by whom, and whether it was approved. */
export function DateChangeItem({ view, change, isNow }: Props) {
  const styles = useDrawerStyles()
  const [approving, setApproving] = useState(false)
  return (
    <>
      <div className={styles.line}>
        <Text weight="semibold">{change.text}</Text>
        {isNow && <span className={styles.about}>the date now</span>}
      </div>
      <p className={styles.text}>{change.reason ?? 'No reason was given.'}</p>
      <span className={styles.about}>
        Moved on {sayDay(change.at)}
        {change.by ? `, ${change.by}` : ''}.{' '}
        {change.approvedBy
          ? `Approved by ${change.approvedBy}${change.approvedOn ? ` on ${sayDay(change.approvedOn)}` : ''}.`
          : 'Not yet approved.'}
      </span>
      {!change.approvedBy && !approving && (
        <div>
          <Button size="small" data-opens={`approve ${change.id}`} onClick={() => setApproving(true)}>
            Record approval
          </Button>
        </div>
      )}
      {approving && <ApproveForm view={view} change={change} onClose={() => setApproving(false)} />}
    </>
  )
}

type FormProps = {
  readonly view: ActionDetailView
  readonly change: DateChangeView
  readonly onClose: () => void
}

function ApproveForm({ view, change, onClose }: FormProps) {
  const styles = useDrawerStyles()
  const { error, busy, run } = useWrite()
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const draft = useDraft(`${change.id} approve`, { approvedBy: '', approvedOn: sayDay(today) })
  const [asked, setAsked] = useState(false)
  const approvedBy = draft.values.approvedBy.trim()
  const approvedOn = readDay(draft.values.approvedOn, today)
  const close = (): void => {
    draft.clear()
    onClose()
  }
  const save = async (): Promise<void> => {
    setAsked(true)
    if (approvedBy === '' || approvedOn === null) return
    const input = { dateChangeId: change.id, approvedBy, approvedOn }
    if (await run('dateChange.approve', input, `Approval of the new date of ${view.ref} recorded.`)) close()
  }
  return (
    <DrawerForm
      opener={`approve ${change.id}`}
      label="Approval"
      save="Save approval"
      error={error}
      busy={busy}
      onSave={save}
      onCancel={close}
      onLeave={onClose}
    >
      <div className={styles.pair}>
        <Field
          label="Approved by"
          required
          {...(asked && approvedBy === '' ? { validationMessage: 'Which board or post?' } : {})}
        >
          <Input
            value={draft.values.approvedBy}
            onChange={(_, { value }) => draft.set('approvedBy', value)}
          />
        </Field>
        <DayField
          label="On"
          required
          value={draft.values.approvedOn}
          onChange={(typed) => draft.set('approvedOn', typed)}
          missing={asked && 'Give the day.'}
        />
      </div>
    </DrawerForm>
  )
}
