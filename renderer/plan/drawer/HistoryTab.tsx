import { Text } from '@fluentui/react-components'
import type { ActionDetailView, RatingView } from '../../../shared/view/actionDetail.ts'
import { sayDay } from '../../../shared/view/sayDay.ts'
import { RatingBadge } from '../../ui/RatingBadge.tsx'
import { sayOrigin } from '../../ui/sayOrigin.ts'
import { useDrawerStyles } from './useDrawerStyles.ts'

/** Both ratings over time, and every change of the action from the audit trail. */
export function HistoryTab({ view }: { view: ActionDetailView }) {
  const styles = useDrawerStyles()
  return (
    <div className={styles.wide}>
      <RatingHistory heading="Delivery over time" rating={view.delivery} />
      <RatingHistory heading="Impact over time" rating={view.impact} />
      <section className={styles.stack} aria-label="Changes">
        <h3 className={styles.heading}>Changes</h3>
        {view.audit.length === 0 && <Text className={styles.quiet}>Nothing has been changed yet.</Text>}
        <ul className={styles.list}>
          {view.audit.map((line) => (
            <li key={`${line.at} ${line.label}`} className={styles.item}>
              <Text>{line.label.charAt(0).toLocaleUpperCase('en-GB') + line.label.slice(1)}</Text>
              <span className={styles.about}>
                {sayDay(line.at)}, {line.actor}
                {sayOrigin(line.origin)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function RatingHistory({ heading, rating }: { heading: string; rating: RatingView }) {
  const styles = useDrawerStyles()
  return (
    <section className={styles.stack} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      {rating.history.length === 0 && <Text className={styles.quiet}>Not yet rated.</Text>}
      <ul className={styles.list}>
        {rating.history.map((r) => (
          <li key={r.id} className={styles.item}>
            <div className={styles.line}>
              <RatingBadge mark={r.mark} />
              <span className={styles.about}>
                {sayDay(r.at)}
                {r.by ? `, ${r.by}` : ''}
                {r.imported ? ', from a workbook' : ''}
              </span>
            </div>
            {r.reason && <p className={styles.text}>{r.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
