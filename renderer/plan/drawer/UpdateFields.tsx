import { Combobox, Field, Input, Option, Select, Textarea } from '@fluentui/react-components'
import { DayField } from '../../ui/DayField.tsx'
import { percentOf } from './percentOf.ts'
import { useDrawerStyles } from './useDrawerStyles.ts'

export const updateTexts = [
  ['progress', 'Progress'],
  ['nextSteps', 'Next steps'],
  ['issues', 'Issues and risks'],
  ['evidence', 'Evidence of impact'],
] as const

export type UpdateField = (typeof updateTexts)[number][0] | 'source' | 'at' | 'by' | 'sourceNote' | 'percent'
export type UpdateValues = Readonly<Record<UpdateField, string>>

const sources = [
  ['email', 'By e-mail'],
  ['phone', 'By phone'],
  ['meeting', 'In a meeting'],
  ['entered', 'Known here'],
] as const

type Props = {
  readonly values: UpdateValues
  readonly set: (field: UpdateField, value: string) => void
  readonly leads: readonly string[]
  /** Saving was tried: what is missing is pointed out. */
  readonly asked: boolean
}

/** The boxes of an update that came by another way than a workbook. */
export function UpdateFields(props: Props) {
  const { values: v, set, asked } = props
  const styles = useDrawerStyles()
  const empty = updateTexts.every(([field]) => v[field].trim() === '') && v.percent.trim() === ''
  const unread = percentOf(v.percent) === 'unread'
  return (
    <>
      <Origin {...props} />
      {updateTexts.map(([field, label]) => (
        <Field
          key={field}
          label={label}
          {...(asked && empty && field === 'progress'
            ? { validationMessage: 'Write down at least one thing that was said.' }
            : {})}
        >
          <Textarea
            value={v[field]}
            rows={field === 'progress' ? 4 : 2}
            resize="vertical"
            onChange={(_, { value }) => set(field, value)}
          />
        </Field>
      ))}
      <div className={styles.pair}>
        <Field
          label="% complete"
          {...(asked && unread ? { validationMessage: 'A number from 0 to 100.' } : {})}
        >
          <Input value={v.percent} inputMode="numeric" onChange={(_, { value }) => set('percent', value)} />
        </Field>
        <Field label="Note on the source">
          <Input
            value={v.sourceNote}
            placeholder="Subject of the e-mail"
            onChange={(_, { value }) => set('sourceNote', value)}
          />
        </Field>
      </div>
    </>
  )
}

/** How it came, when, and on whose behalf it is written down. */
function Origin({ values: v, set, leads, asked }: Props) {
  const styles = useDrawerStyles()
  return (
    <>
      <div className={styles.pair}>
        <Field label="How it came">
          <Select value={v.source} onChange={(_, { value }) => set('source', value)}>
            {sources.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <DayField
          label="Date"
          required
          value={v.at}
          onChange={(typed) => set('at', typed)}
          missing={asked && 'Give the day.'}
        />
      </div>
      <Field label="On behalf of">
        <Combobox
          freeform
          value={v.by}
          onChange={(e) => set('by', e.target.value)}
          onOptionSelect={(_, { optionText }) => optionText !== undefined && set('by', optionText)}
        >
          {leads.map((lead) => (
            <Option key={lead}>{lead}</Option>
          ))}
        </Combobox>
      </Field>
    </>
  )
}
