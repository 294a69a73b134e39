import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Edit16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Output } from '../../shared/ipc/contract.ts'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { RatingBadge } from '../ui/RatingBadge.tsx'
import { useCall } from '../ui/useCall.ts'
import { AssessmentDialog } from './AssessmentDialog.tsx'
import { PeriodDialog } from './PeriodDialog.tsx'
import { sayWhose } from './paperWords.ts'
import { usePapers } from './usePapers.ts'

type List = Output<'assessment.list'>
type Row = List['rows'][number]

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '2px 8px',
    alignItems: 'start',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: {
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
  },
  marks: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', gridColumn: '1 / span 2' },
  mark: { display: 'flex', gap: '4px', alignItems: 'center' },
})

/** The overall ratings of groups and priorities in the chosen period, each to be entered here. */
export function Assessments() {
  const styles = useStyles()
  const period = usePapers((s) => s.choice.period)
  return (
    <section className={styles.root} aria-labelledby="assessments">
      <h2 id="assessments" className={styles.title}>
        Overall ratings
      </h2>
      {period === null ? <NoPeriod /> : <PeriodList period={period} />}
    </section>
  )
}

function NoPeriod() {
  const [adding, setAdding] = useState(false)
  return (
    <Text size={200}>
      Overall ratings of groups and priorities belong to a reporting period.{' '}
      <Link inline as="button" onClick={() => setAdding(true)}>
        Add a reporting period…
      </Link>
      {adding && <PeriodDialog onClose={() => setAdding(false)} />}
    </Text>
  )
}

function PeriodList({ period }: { period: string }) {
  const styles = useStyles()
  const { value, error, reload } = useCall('assessment.list', { period })
  const [edited, setEdited] = useState<Row | null>(null)
  const name = usePapers((s) => s.options?.periods.find((p) => p.label === period)?.name ?? period)
  return (
    <>
      <Text size={200} className={styles.quiet}>
        Of each working group and priority, for {name}.
      </Text>
      <ErrorBar error={error} onRetry={reload} />
      <ul className={styles.list}>
        {value?.rows.map((row) => (
          <Item key={`${row.group} ${row.priority}`} row={row} list={value} onEdit={() => setEdited(row)} />
        ))}
      </ul>
      {edited && (
        <AssessmentDialog
          period={period}
          group={edited.group}
          priority={edited.priority}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

function Item({ row, list, onEdit }: { row: Row; list: List; onEdit: () => void }) {
  const styles = useStyles()
  const delivery = list.deliverySteps.find((s) => s.code === row.delivery)
  const impact = list.impactSteps.find((s) => s.code === row.impact)
  return (
    <li className={styles.item}>
      <Text size={200} className={styles.name}>
        {sayWhose(row)}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<Edit16Regular />}
        aria-label={`Edit the overall rating of ${sayWhose(row)}`}
        onClick={onEdit}
      />
      <span className={styles.marks}>
        {delivery && (
          <span className={styles.mark}>
            <Text size={200} className={styles.quiet}>
              Delivery
            </Text>
            <RatingBadge mark={delivery} />
          </span>
        )}
        {!delivery && !impact && (
          <Text size={200} className={styles.quiet}>
            Not rated for this period yet
          </Text>
        )}
        {impact && (
          <span className={styles.mark}>
            <Text size={200} className={styles.quiet}>
              Impact
            </Text>
            <RatingBadge mark={impact} />
          </span>
        )}
      </span>
    </li>
  )
}
