import { Button, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { FieldChange } from '../../shared/import/previewDocument.ts'
import { useApp } from '../app/client.tsx'
import { focusOnArrival } from '../ui/focusOnArrival.ts'
import { useDraft } from '../ui/draftStore.ts'
import { useFocusReturn } from '../ui/useFocusReturn.ts'
import type { Review } from './collectStore.ts'
import { type Control, controlOf, readTyped, typedOf } from './editValue.ts'
import { sayChange, sayRowName } from './fieldWords.ts'
import { choiceKey, type ReviewRow } from './reviewRows.ts'
import { useCollect } from './useCollect.ts'
import type { Steps } from './valueTexts.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '6px 8px 4px' },
  buttons: { display: 'flex', gap: '8px' },
})

type Props = { readonly change: FieldChange; readonly row: ReviewRow; readonly review: Review }

/** A value of one's own in place of the two: Ctrl+Enter (in one line Enter) writes it down, Escape keeps what was typed for later. */
export function EditField({ change, row, review }: Props) {
  const styles = useStyles()
  const { field } = change
  useFocusReturn('[data-review] [data-here="true"]')
  const decide = useCollect((s) => s.decide)
  const edit = useCollect((s) => s.edit)
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const key = choiceKey(row.key, field)
  const chosen = review.choices.get(key)
  const first = chosen?.take === 'edited' ? (chosen.value ?? null) : (change.returned ?? change.current)
  const draft = useDraft(`${review.id} ${key}`, { value: typedOf(field, first) })
  const [tried, setTried] = useState(false)
  const typed = readTyped(field, draft.values.value, today)
  const save = (): void => {
    setTried(true)
    if (!typed.ok) return
    decide(row.key, field, 'edited', typed.value)
    draft.clear()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      edit(null)
    }
  }
  const control = controlOf(field)
  const said = typed.ok
    ? { hint: typed.hint }
    : tried
      ? { validationMessage: typed.why }
      : { hint: typed.why }
  return (
    // Ctrl+Enter saves and Escape leaves from every control inside, which have keys of their own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      aria-label={`${sayChange(change)} of ${sayRowName(row.row)}, written by you`}
      onSubmit={submit}
      onKeyDown={onKeyDown}
    >
      <Field label="Write instead" {...said}>
        <Typing
          control={control}
          value={draft.values.value}
          steps={field === 'impactRating' ? review.steps.impactRating : review.steps.deliveryRating}
          onChange={(value) => draft.set('value', value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary">
          Use this
        </Button>
        <Button size="small" onClick={() => edit(null)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

type TypingProps = {
  readonly control: Control
  readonly value: string
  readonly steps: Steps
  readonly onChange: (value: string) => void
}

function Typing({ control, value, steps, onChange }: TypingProps) {
  if (control === 'rating')
    return (
      <Select ref={focusOnArrival} value={value} onChange={(_, d) => onChange(d.value)}>
        {!steps.some((s) => s.code === value) && <option value="">Choose a rating</option>}
        {steps
          .filter((s) => s.code !== null)
          .map((s) => (
            <option key={s.code} value={s.code ?? ''}>
              {s.word}
            </option>
          ))}
      </Select>
    )
  if (control === 'text' || control === 'lines')
    return (
      <Textarea
        ref={focusOnArrival}
        value={value}
        rows={control === 'lines' ? 2 : 4}
        resize="vertical"
        onChange={(_, d) => onChange(d.value)}
      />
    )
  return <Input ref={focusOnArrival} value={value} onChange={(_, d) => onChange(d.value)} />
}
