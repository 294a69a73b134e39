import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { RatingKind } from '../../../shared/model/fields.ts'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { useHasDraft } from '../../ui/draftStore.ts'
import { RatingBadge } from '../../ui/RatingBadge.tsx'
import { RatingForm, ratingDraftKey } from './RatingForm.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

const headings: Readonly<Record<RatingKind, string>> = {
  delivery: 'Delivery rating',
  impact: 'Impact rating',
}

/** One rating: its word, since when and why; and the form that changes it. */
export function RatingSection({ view, kind }: { view: ActionDetailView; kind: RatingKind }) {
  const styles = useDrawerStyles()
  const begun = useHasDraft(ratingDraftKey(view.id, kind))
  const [editing, setEditing] = useState(begun)
  const rating = view[kind]
  const newest = rating.history[0]
  const rated = newest !== undefined
  return (
    <section className={styles.stack} aria-label={headings[kind]}>
      <div className={styles.between}>
        <h3 className={styles.heading}>{headings[kind]}</h3>
        {!editing && (
          <Button
            size="small"
            onClick={() => setEditing(true)}
            aria-label={`${rated ? 'Change' : 'Give'} ${kind} rating`}
          >
            {rated ? 'Change' : 'Rate'}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <RatingBadge mark={rating.current} large />
        {newest && (
          <span className={styles.about}>
            since {sayDay(newest.at)}
            {newest.by ? `, ${newest.by}` : ''}
          </span>
        )}
      </div>
      {newest?.reason && <Text className={styles.text}>{newest.reason}</Text>}
      {editing && <RatingForm view={view} kind={kind} onClose={() => setEditing(false)} />}
    </section>
  )
}
