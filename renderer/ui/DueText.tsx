import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { DueView } from '../../shared/view/planRow.ts'

const useStyles = makeStyles({
  text: {
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    whiteSpace: 'pre-line',
  },
  whole: { whiteSpace: 'pre-line' },
  late: { color: tokens.colorStatusDangerForeground1 },
  word: { fontWeight: tokens.fontWeightSemibold },
})

/** When something is due, as written, after the word "Late" or "Moved" where it is; two lines, or whole. */
export function DueText({ due, whole = false }: { due: DueView; whole?: boolean }) {
  const styles = useStyles()
  const moved = due.original !== null
  const word = due.late ? (moved ? 'Moved, late' : 'Late') : moved ? 'Moved' : null
  const hint = moved ? `${due.text}, moved from ${due.original}` : due.text
  return (
    <span
      className={mergeClasses(whole ? styles.whole : styles.text, due.late && styles.late)}
      title={whole ? undefined : hint}
    >
      {word && <span className={styles.word}>{word}: </span>}
      {due.text}
    </span>
  )
}
