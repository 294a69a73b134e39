import { Checkbox, Text } from '@fluentui/react-components'
import type { ActionDetailView, MilestoneView } from '../../../shared/view/actionDetail.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useApp } from '../../app/client.tsx'
import { ErrorBar } from '../../ui/ErrorBar.tsx'
import { useWrite } from '../../ui/useWrite.ts'
import { useDrawerStyles } from './useDrawerStyles.ts'

/** The dated steps of the action; ticking one records it as done today. */
export function Milestones({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  const { error, run } = useWrite()
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const setDone = (m: MilestoneView, done: boolean): void => {
    const words = done ? 'recorded as done' : 'no longer recorded as done'
    void run(
      'milestone.setDone',
      { milestoneId: m.id, doneOn: done ? today : null },
      `Milestone of ${view.ref} ${words}.`,
    )
  }
  return (
    <section className={styles.stack} aria-label="Milestones">
      <h3 className={styles.heading}>Milestones</h3>
      {view.milestones.length === 0 && <Text className={styles.quiet}>The plan gives no dated steps.</Text>}
      <ErrorBar error={error} />
      <ul className={styles.list}>
        {view.milestones.map((m) => (
          <li key={m.id} className={styles.item}>
            <Checkbox
              checked={m.doneOn !== null}
              label={m.text}
              onChange={(_, { checked }) => setDone(m, checked === true)}
            />
            <MilestoneAbout milestone={m} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MilestoneAbout({ milestone: m }: { milestone: MilestoneView }) {
  const styles = useDrawerStyles()
  const parts = [
    m.date?.latest ? `by ${sayDay(m.date.latest)}` : null,
    m.recurrence,
    m.qualifier,
    m.doneOn ? `done on ${sayDay(m.doneOn)}` : null,
  ].filter(Boolean)
  return (
    <span className={styles.about} style={{ paddingLeft: 34 }}>
      {m.late && <strong className={styles.late}>Late: </strong>}
      {parts.join(', ') || 'No date'}
    </span>
  )
}
