import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarClock16Regular, ClockAlarm16Filled } from '@fluentui/react-icons'
import type { DueView } from '../../shared/view/planRow.ts'

const useStyles = makeStyles({
  root: { display: 'flex', gap: '4px', minWidth: 0 },
  text: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  late: { color: tokens.colorStatusDangerForeground1 },
  icon: { flexShrink: 0, marginTop: '2px', display: 'inline-flex' },
  moved: { color: tokens.colorNeutralForeground3 },
})

/** When something is due, as written, with a mark and a word where it is late or was moved. */
export function DueText({ due }: { due: DueView }) {
  const styles = useStyles()
  const moved = due.original === null ? '' : `, moved from ${due.original}`
  return (
    <span className={styles.root} title={`${due.text}${due.late ? ' (late)' : ''}${moved}`}>
      {due.late && (
        <span className={mergeClasses(styles.icon, styles.late)}>
          <ClockAlarm16Filled aria-label="Late:" />
        </span>
      )}
      {!due.late && due.original !== null && (
        <span className={mergeClasses(styles.icon, styles.moved)}>
          <CalendarClock16Regular aria-label="Moved:" />
        </span>
      )}
      <span className={mergeClasses(styles.text, due.late && styles.late)}>{due.text}</span>
    </span>
  )
}
