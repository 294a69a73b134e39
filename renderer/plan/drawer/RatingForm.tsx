import { Field, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { RatingKind } from '../../../shared/model/fields.ts'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { useDraft } from '../../ui/draftStore.ts'
import { RatingBadge } from '../../ui/RatingBadge.tsx'
import { useWrite } from '../../ui/useWrite.ts'
import { DrawerForm } from './DrawerForm.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

export const ratingDraftKey = (actionId: string, kind: RatingKind): string => `${actionId} rate ${kind}`

type Props = { readonly view: ActionDetailView; readonly kind: RatingKind; readonly onClose: () => void }

/** Gives an action a rating. One that moves needs a reason; the core refuses it otherwise. */
export function RatingForm({ view, kind, onClose }: Props) {
  const styles = useDrawerStyles()
  const { error, busy, run } = useWrite()
  const rating = view[kind]
  const now = rating.current.code ?? ''
  const draft = useDraft(ratingDraftKey(view.id, kind), { code: now, reason: '' })
  const [asked, setAsked] = useState(false)
  const { code, reason } = draft.values
  const moves = now !== '' && code !== now
  const close = (): void => {
    draft.clear()
    onClose()
  }
  const save = async (): Promise<void> => {
    setAsked(true)
    if (code === '' || (moves && reason.trim() === '')) return
    const word = rating.choices.find((c) => c.code === code)?.word ?? code
    const done = `${kind === 'delivery' ? 'Delivery' : 'Impact'} rating of ${view.ref} saved as ${word.toLocaleLowerCase('en-GB')}.`
    const input = { actionId: view.id, kind, code, reason: reason.trim() || null }
    if (await run('action.rate', input, done)) close()
  }
  return (
    <DrawerForm
      opener={`rate ${kind}`}
      label={kind === 'delivery' ? 'Delivery rating' : 'Impact rating'}
      save="Save rating"
      error={error}
      busy={busy}
      onSave={save}
      onCancel={close}
      onLeave={onClose}
    >
      <Field
        label={kind === 'delivery' ? 'How is it going?' : 'Has it made a difference?'}
        {...(asked && code === '' ? { validationMessage: 'Choose a rating.' } : {})}
      >
        <RadioGroup value={code} onChange={(_, { value }) => draft.set('code', value)}>
          {rating.choices.map((mark) => (
            <Radio
              key={mark.code}
              value={mark.code ?? ''}
              label={
                <span className={styles.step}>
                  <RatingBadge mark={mark} />
                  <Text size={200} className={styles.quiet}>
                    {mark.meaning}
                  </Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="Reason"
        required={moves}
        hint={moves ? 'The papers print it beside the rating.' : ''}
        {...(asked && moves && reason.trim() === ''
          ? { validationMessage: 'A rating that moves needs a reason. One sentence is enough.' }
          : {})}
      >
        <Textarea value={reason} resize="vertical" onChange={(_, { value }) => draft.set('reason', value)} />
      </Field>
    </DrawerForm>
  )
}
