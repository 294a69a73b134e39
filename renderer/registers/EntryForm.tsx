import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  Textarea,
} from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { AppError } from '../../shared/errors.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { useApp, useDesk } from '../app/client.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useDraft } from '../ui/draftStore.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { focusOnArrival } from '../ui/focusOnArrival.ts'
import { draftKey, sentValues, shownValues } from './entryValues.ts'
import { SearchChoice } from './SearchChoice.tsx'

type List = Output<'register.list'>
type FieldView = List['fields'][number]

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px', paddingBottom: '4px' },
  list: { maxHeight: '320px' },
  wide: { minWidth: 0, width: '100%' },
})

type Props = {
  readonly list: List
  /** Null for a new entry. */
  readonly row: List['rows'][number] | null
  /** What a new entry begins with, by field. */
  readonly preset?: Readonly<Record<string, string>>
  readonly onClose: () => void
}

/** One entry of a register: a box for each field. What was typed and not saved is still there after Escape. */
export function EntryForm({ list, row, preset = {}, onClose }: Props) {
  const styles = useStyles()
  const { app } = useDesk()
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const draft = useDraft(draftKey(list, row, preset), shownValues(list, row, preset))
  const [error, setError] = useState<AppError | null>(null)
  const [tried, setTried] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    setTried(true)
    const values = sentValues(list, draft.values, today)
    if (values === null) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const answer = await app
      .getState()
      .write('register.save', { register: list.register, id: row?.id ?? null, values })
    if (!answer.ok) return setError(answer.error)
    draft.clear()
    app.getState().say(row ? 'Saved.' : 'Added.')
    onClose()
  }
  return (
    <form ref={focusFirstBox} noValidate onSubmit={(e) => void submit(e)}>
      <DialogBody>
        <DialogTitle>{row ? `Edit ${list.one}` : `Add ${article(list.one)}`}</DialogTitle>
        <DialogContent className={styles.content}>
          {list.fields.map((f) => (
            <Box
              key={f.field}
              field={f}
              value={draft.values[f.field] ?? ''}
              onChange={(v) => draft.set(f.field, v)}
              tried={tried}
            />
          ))}
          <ErrorBar error={error} />
        </DialogContent>
        <DialogActions>
          <Button type="submit" appearance="primary">
            {row ? 'Save' : 'Add'}
          </Button>
          <Button onClick={onClose}>Back to the list</Button>
        </DialogActions>
      </DialogBody>
    </form>
  )
}

/** The form takes the place of the list: the focus comes with it. */
const focusFirstBox = (form: HTMLFormElement | null): void =>
  focusOnArrival(form?.querySelector<HTMLElement>('textarea, input, [role="combobox"]') ?? null)

const article = (words: string): string => `${/^[aeiou]/iu.test(words) ? 'an' : 'a'} ${words}`

type BoxProps = {
  readonly field: FieldView
  readonly value: string
  readonly onChange: (value: string) => void
  readonly tried: boolean
}

function Box({ field, value, onChange, tried }: BoxProps) {
  const styles = useStyles()
  const missing = tried && field.required && value.trim() === '' ? 'Fill this in.' : ''
  if (field.kind === 'day')
    return (
      <DayField
        label={field.label}
        value={value}
        onChange={onChange}
        required={field.required}
        hint={field.help ?? ''}
        missing={tried && (field.required ? 'Give a day.' : '')}
      />
    )
  return (
    <Field
      label={field.label}
      required={field.required}
      hint={field.help ?? ''}
      {...(missing ? { validationMessage: missing } : {})}
    >
      {field.kind === 'choice' || field.kind === 'link' ? (
        <Choice field={field} value={value} onChange={onChange} />
      ) : field.kind === 'line' || field.kind === 'number' ? (
        <Input value={value} onChange={(_, d) => onChange(d.value)} />
      ) : (
        <Textarea
          className={styles.wide}
          rows={3}
          resize="vertical"
          value={value}
          onChange={(_, d) => onChange(d.value)}
        />
      )}
    </Field>
  )
}

const none = ' none'

/** More options than these are searched rather than looked through. */
const mostToLookThrough = 12

function Choice({ field, value, onChange }: Omit<BoxProps, 'tried'>) {
  const styles = useStyles()
  if (field.options.length > mostToLookThrough)
    return (
      <SearchChoice options={field.options} value={value} required={field.required} onChange={onChange} />
    )
  const label = field.options.find((o) => o.value === value)?.label ?? ''
  return (
    <Dropdown
      className={styles.wide}
      listbox={{ className: styles.list }}
      value={label}
      placeholder={field.required ? 'Choose' : 'None'}
      selectedOptions={value === '' ? [] : [value]}
      onOptionSelect={(_, d) => onChange(d.optionValue === none ? '' : (d.optionValue ?? ''))}
    >
      {!field.required && <Option value={none}>None</Option>}
      {field.options.map((o) => (
        <Option key={o.value} value={o.value} text={o.label}>
          {o.label}
        </Option>
      ))}
    </Dropdown>
  )
}
