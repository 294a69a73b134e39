import { Button, Field, Input, Text, Textarea } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { useDraft } from '../../ui/draftStore.ts'
import { ErrorBar } from '../../ui/ErrorBar.tsx'
import { useWrite } from '../../ui/useWrite.ts'
import { useDrawerStyles } from './useDrawerStyles.ts'

/** Why the action is off track or at risk, and what is being done: what an exception in a paper prints. */
export function RecoveryTab({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  const { error, busy, run } = useWrite()
  const r = view.recovery
  const draft = useDraft(`${view.id} recovery`, {
    cause: r.cause ?? '',
    plan: r.plan ?? '',
    who: r.who ?? '',
    due: r.due ?? '',
    effect: r.effect ?? '',
    ask: r.ask ?? '',
  })
  const v = draft.values
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const words = (text: string): string | null => text.trim() || null
    const input = {
      actionId: view.id,
      cause: words(v.cause),
      plan: words(v.plan),
      who: words(v.who),
      due: words(v.due),
      effect: words(v.effect),
      ask: words(v.ask),
    }
    if (await run('action.saveRecovery', input, `Recovery of ${view.ref} saved.`)) draft.clear()
  }
  const box = (field: 'cause' | 'plan' | 'effect' | 'ask', label: string) => (
    <Field label={label}>
      <Textarea
        value={v[field]}
        rows={2}
        resize="vertical"
        onChange={(_, { value }) => draft.set(field, value)}
      />
    </Field>
  )
  return (
    <form className={styles.stack} onSubmit={(e) => void submit(e)} noValidate aria-label="Recovery">
      <Text className={styles.quiet}>
        {view.needsRecovery
          ? 'Papers print these lines with the rating. What stays empty is named as missing.'
          : 'The action is no longer off track or at risk; what was written stays here.'}
      </Text>
      {box('cause', 'Why')}
      {box('plan', 'What is being done')}
      <div className={styles.pair}>
        <Field label="By whom">
          <Input value={v.who} onChange={(_, { value }) => draft.set('who', value)} />
        </Field>
        <Field label="By when">
          <Input
            value={v.due}
            placeholder="end of March 2020"
            onChange={(_, { value }) => draft.set('due', value)}
          />
        </Field>
      </div>
      {box('effect', 'Effect if not')}
      {box('ask', 'What is asked of the board')}
      <ErrorBar error={error} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={busy || !draft.dirty}>
          Save recovery
        </Button>
        {draft.dirty && <Button onClick={draft.clear}>Discard changes</Button>}
      </div>
    </form>
  )
}
