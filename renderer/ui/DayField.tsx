import { Field, Input } from '@fluentui/react-components'
import { exampleDay } from '../../shared/view/exampleDay.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { useApp } from '../app/client.tsx'
import { readDay } from '../../shared/dates/readDay.ts'

type Props = {
  readonly label: string
  /** What was typed; `readDay` gives its ISO day. */
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly required?: boolean
  readonly hint?: string
  /** What to say when nothing was given; only once saving was tried. */
  readonly missing?: string | false
  /** What is wrong with the day that was given. */
  readonly wrong?: string
}

/** A day, typed as people write it and put into one form when the box is left: never month before day. */
export function DayField({
  label,
  value,
  onChange,
  required = false,
  hint = '',
  missing = false,
  wrong = '',
}: Props) {
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const example = today === '' ? '4 February 2020' : exampleDay(today)
  const blank = value.trim() === ''
  const unread = !blank && readDay(value, today) === null
  const unreadWords = missing !== false && `Write one day, such as ${example}.`
  const message = blank ? missing : unread ? unreadWords : wrong
  const settle = (): void => {
    const day = readDay(value, today)
    if (day !== null) onChange(sayDay(day))
  }
  return (
    <Field label={label} required={required} hint={hint} {...(message ? { validationMessage: message } : {})}>
      <Input value={value} placeholder={example} onChange={(_, d) => onChange(d.value)} onBlur={settle} />
    </Field>
  )
}
