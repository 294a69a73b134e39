import { Button, Text } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { useHasDraft } from '../../ui/draftStore.ts'
import { UpdateCard } from './UpdateCard.tsx'
import { UpdateForm, updateDraftKey } from './UpdateForm.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

/** What was heard of the action, newest first, and the form for what came by e-mail, by phone or in a meeting. */
export function UpdatesSection({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  const begun = useHasDraft(updateDraftKey(view.id))
  const [adding, setAdding] = useState(begun)
  return (
    <section className={styles.stack} aria-label="Updates">
      <div className={styles.between}>
        <h3 className={styles.heading}>Updates</h3>
        {!adding && (
          <Button size="small" data-opens="update" icon={<Add16Regular />} onClick={() => setAdding(true)}>
            Add an update
          </Button>
        )}
      </div>
      {adding && <UpdateForm view={view} onClose={() => setAdding(false)} />}
      {view.updates.length === 0 && !adding && (
        <Text className={styles.quiet}>
          No update yet. One comes with the lead’s workbook; write down here what came by e-mail, by phone or
          in a meeting.
        </Text>
      )}
      <ul className={styles.list}>
        {view.updates.map((u) => (
          <li key={u.id} className={styles.item}>
            <UpdateCard update={u} />
          </li>
        ))}
      </ul>
    </section>
  )
}
