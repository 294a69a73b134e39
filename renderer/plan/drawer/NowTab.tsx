import type { ActionDetailView } from '../../../shared/view/actionDetail.ts'
import { RatingSection } from './RatingSection.tsx'
import { UpdatesSection } from './UpdatesSection.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

/** How the action stands: both ratings, and what was last heard of it. */
export function NowTab({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  return (
    <div className={styles.wide}>
      <RatingSection view={view} kind="delivery" />
      <RatingSection view={view} kind="impact" />
      <UpdatesSection view={view} />
    </div>
  )
}
