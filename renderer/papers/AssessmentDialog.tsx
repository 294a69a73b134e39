import { Dropdown, Field, makeStyles, Option, Text, Textarea } from '@fluentui/react-components'
import type { Output } from '../../shared/ipc/contract.ts'
import type { RatingMark } from '../../shared/view/ratingMark.ts'
import { useDesk } from '../app/client.tsx'
import { useDraft } from '../ui/draftStore.ts'
import { RatingBadge } from '../ui/RatingBadge.tsx'
import { useCall } from '../ui/useCall.ts'
import { FormDialog } from './FormDialog.tsx'
import { sayWhose } from './paperWords.ts'
import { usePapers } from './usePapers.ts'

type List = Output<'assessment.list'>
type Row = List['rows'][number]

const useStyles = makeStyles({
  ratings: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '12px' },
  dropdown: { minWidth: 0, width: '100%' },
})

type Props = {
  readonly period: string
  readonly group: number | null
  readonly priority: number | null
  readonly onClose: () => void
}

/** The overall ratings of one group or priority in a period, with their reason and commentary. */
export function AssessmentDialog({ period, group, priority, onClose }: Props) {
  const { value } = useCall('assessment.list', { period })
  const row = value?.rows.find((r) => r.group === group && r.priority === priority)
  if (!value || !row) return null
  return <AssessmentForm period={period} row={row} list={value} onClose={onClose} />
}

type FormProps = {
  readonly period: string
  readonly row: Row
  readonly list: List
  readonly onClose: () => void
}

function AssessmentForm({ period, row, list, onClose }: FormProps) {
  const styles = useStyles()
  const { app } = useDesk()
  const periodName = usePapers((s) => s.options?.periods.find((p) => p.label === period)?.name ?? period)
  const draft = useDraft(`assessment ${period} ${row.group} ${row.priority}`, savedOf(row))
  const { delivery, impact, reason, commentary } = draft.values
  const rated = delivery !== '' || impact !== ''
  const save = async () => {
    const answer = await app.getState().write('assessment.save', {
      period,
      group: row.group,
      priority: row.priority,
      delivery: delivery || null,
      impact: impact || null,
      reason: reason.trim() || null,
      commentary: commentary.trim() || null,
    })
    if (!answer.ok) return answer.error
    draft.clear()
    return null
  }
  return (
    <FormDialog title={sayWhose(row)} action="Save" disabled={!draft.dirty} onSubmit={save} onClose={onClose}>
      <Text>The overall ratings for {periodName}, as the papers will print them.</Text>
      <div className={styles.ratings}>
        <RatingField
          label="Delivery: was it done?"
          steps={list.deliverySteps}
          code={delivery}
          onChoose={(v) => draft.set('delivery', v)}
        />
        <RatingField
          label="Impact: did it make a difference?"
          steps={list.impactSteps}
          code={impact}
          onChoose={(v) => draft.set('impact', v)}
        />
      </div>
      <Field label="Reason for the ratings" {...(rated && reason.trim() === '' ? reasonHint : {})}>
        <Textarea
          rows={3}
          resize="vertical"
          value={reason}
          onChange={(_, d) => draft.set('reason', d.value)}
        />
      </Field>
      <Field label="Commentary" hint="Progress since the last paper, in three to six sentences.">
        <Textarea
          rows={5}
          resize="vertical"
          value={commentary}
          onChange={(_, d) => draft.set('commentary', d.value)}
        />
      </Field>
    </FormDialog>
  )
}

const reasonHint = { hint: 'One or two sentences: a rating without its reason says little to a board.' }

const savedOf = (row: Row): Record<'delivery' | 'impact' | 'reason' | 'commentary', string> => ({
  delivery: row.delivery ?? '',
  impact: row.impact ?? '',
  reason: row.reason ?? '',
  commentary: row.commentary ?? '',
})

const notRated = 'Not yet rated'

type RatingProps = {
  readonly label: string
  readonly steps: readonly RatingMark[]
  readonly code: string
  readonly onChoose: (code: string) => void
}

function RatingField({ label, steps, code, onChoose }: RatingProps) {
  const styles = useStyles()
  const rated = steps.filter((s) => s.code !== null)
  const chosen = rated.find((s) => s.code === code)
  return (
    <Field label={label}>
      <Dropdown
        className={styles.dropdown}
        value={chosen?.word ?? (code || notRated)}
        selectedOptions={[code]}
        onOptionSelect={(_, d) => onChoose(d.optionValue ?? '')}
      >
        <Option value="">{notRated}</Option>
        {rated.map((s) => (
          <Option key={s.code ?? ''} value={s.code ?? ''} text={s.word}>
            <RatingBadge mark={s} />
          </Option>
        ))}
      </Dropdown>
    </Field>
  )
}
