import { Text } from '@fluentui/react-components'
import type { RatingKind } from '../../../shared/model/fields.ts'
import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { RatingForm } from './RatingForm.tsx'
import { UpdatesSection } from './UpdatesSection.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

type Props = {
  readonly view: ActionDetailView
  /** The rating that is being changed. */
  readonly rating: RatingKind | null
  readonly onRated: () => void
}

/** How the action stands: why it is rated so, and what was last heard of it. */
export function NowTab({ view, rating, onRated }: Props) {
  const styles = useDrawerStyles()
  return (
    <div className={styles.wide}>
      {rating && <RatingForm key={rating} view={view} kind={rating} onClose={onRated} />}
      <Reason heading="Why it is rated so" text={view.delivery.history[0]?.reason ?? null} />
      <Reason heading="Why its impact is rated so" text={view.impact.history[0]?.reason ?? null} />
      <UpdatesSection view={view} />
    </div>
  )
}

function Reason({ heading, text }: { heading: string; text: string | null }) {
  const styles = useDrawerStyles()
  if (text === null) return null
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      <Text className={styles.text}>{text}</Text>
    </section>
  )
}
