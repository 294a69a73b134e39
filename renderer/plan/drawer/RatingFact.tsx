import { Button, makeStyles } from '@fluentui/react-components'
import type { RatingKind } from '../../../shared/model/fields.ts'
import type { RatingView } from '../../../shared/view/actionDetail.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { RatingBadge } from '../../ui/RatingBadge.tsx'
import { useDrawerStyles } from './useDrawerStyles.ts'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '28px' },
  since: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

type Props = { readonly kind: RatingKind; readonly rating: RatingView; readonly onRate: () => void }

/** A rating with since when and by whom, and the button that changes it. */
export function RatingFact({ kind, rating, onRate }: Props) {
  const styles = useStyles()
  const drawer = useDrawerStyles()
  const newest = rating.history[0]
  const by = newest?.by ? `, ${newest.by}` : ''
  const since = newest ? `since ${sayDay(newest.at)}${by}` : ''
  return (
    <div className={styles.row}>
      <RatingBadge mark={rating.current} />
      <span className={`${drawer.about} ${styles.since}`} title={since}>
        {since}
      </span>
      <Button
        size="small"
        data-opens={`rate ${kind}`}
        onClick={onRate}
        aria-label={newest ? `Change ${kind} rating` : `Rate ${kind}`}
      >
        {newest ? 'Change' : 'Rate'}
      </Button>
    </div>
  )
}
