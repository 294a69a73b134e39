import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { useHasDraft } from '../../ui/draftStore.ts'
import { DateChangeItem } from './DateChangeItem.tsx'
import { Milestones } from './Milestones.tsx'
import { RedateForm, redateDraftKey } from './RedateForm.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

/** When the action is due as first planned, every move of that date with its reason and approval, and the milestones. */
export function DatesTab({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  const begun = useHasDraft(redateDraftKey(view.id))
  const [moving, setMoving] = useState(begun)
  const original = view.due.original ?? view.due.text
  return (
    <div className={styles.wide}>
      <section className={styles.stack} aria-label="Completion date">
        <div className={styles.between}>
          <h3 className={styles.heading}>Completion date</h3>
          {!moving && (
            <Button size="small" data-opens="redate" onClick={() => setMoving(true)}>
              Move the date
            </Button>
          )}
        </div>
        {moving && <RedateForm view={view} onClose={() => setMoving(false)} />}
        <div>
          <div className={styles.label}>
            {view.dateChanges.length > 0 ? 'In the plan at first' : 'In the plan'}
          </div>
          <p className={styles.text}>{original}</p>
        </div>
        {view.dateChanges.length === 0 && <Text className={styles.quiet}>The date has not been moved.</Text>}
        <ul className={styles.list}>
          {view.dateChanges.map((change, i) => (
            <li key={change.id} className={styles.item}>
              <DateChangeItem view={view} change={change} isNow={i === 0} />
            </li>
          ))}
        </ul>
      </section>
      <Milestones view={view} />
    </div>
  )
}
