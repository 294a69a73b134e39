import { mergeClasses } from '@fluentui/react-components'
import type { PlanRow } from '../../shared/view/planRow.ts'
import { sayDay } from '../../shared/view/sayDay.ts'
import { DueText } from '../ui/DueText.tsx'
import { RatingBadge } from '../ui/RatingBadge.tsx'
import { useTreeStyles } from './useTreeStyles.ts'

/** The cells of one action. */
export function ActionLine({ row }: { row: PlanRow }) {
  const styles = useTreeStyles()
  const leads = row.leads.join('; ') || 'No lead in the plan'
  return (
    <>
      <td className={mergeClasses(styles.cell, styles.actionRef)}>{row.ref}</td>
      <td className={styles.cell}>
        <span className={styles.two} title={row.action}>
          {row.action}
        </span>
      </td>
      <td className={mergeClasses(styles.cell, styles.lead)}>
        <span className={mergeClasses(styles.two, styles.small)} title={leads}>
          {leads}
        </span>
      </td>
      <td className={mergeClasses(styles.cell, styles.small)}>
        <DueText due={row.due} />
      </td>
      <td className={styles.cell}>
        <RatingBadge mark={row.delivery} />
      </td>
      <td className={mergeClasses(styles.cell, styles.wideOnly)}>
        <RatingBadge mark={row.impact} />
      </td>
      <td className={mergeClasses(styles.cell, styles.wideOnly, styles.small)}>
        {row.updatedOn ? sayDay(row.updatedOn) : <span className={styles.quiet}>No update yet</span>}
      </td>
    </>
  )
}
