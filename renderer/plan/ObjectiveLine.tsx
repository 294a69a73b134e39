import { mergeClasses } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import type { PlanObjective } from '../../shared/view/planTable.ts'
import { RatingBar, sayParts } from '../ui/RatingBar.tsx'
import { useTreeStyles } from './useTreeStyles.ts'

/** The cells of one objective: its title and how its actions stand. */
export function ObjectiveLine({ objective, open }: { objective: PlanObjective; open: boolean }) {
  const styles = useTreeStyles()
  const title = objective.title ?? 'No title in the plan'
  const late = objective.overdue > 0 ? `${objective.overdue} overdue` : 'none overdue'
  const words = `${late}, ${sayParts(objective.counts)}`
  return (
    <>
      <td className={mergeClasses(styles.cell, styles.ref)}>
        <span aria-hidden style={{ display: 'inline-flex', width: 24, justifyContent: 'center' }}>
          {open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        </span>
        {objective.ref}
      </td>
      <td
        className={mergeClasses(styles.cell, styles.title, objective.title === null && styles.quiet)}
        title={title}
      >
        {title}
      </td>
      <td className={mergeClasses(styles.cell, styles.rollUp)} title={words}>
        <RatingBar parts={objective.counts} thin />
        <span className={mergeClasses(styles.small, styles.rollWords)}>
          {objective.actions.length} {objective.actions.length === 1 ? 'action' : 'actions'}, {late}
        </span>
      </td>
    </>
  )
}
