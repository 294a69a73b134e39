import { makeStyles, tokens } from '@fluentui/react-components'
import type { Piece } from './wordDiff.ts'

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  mark: {
    backgroundColor: 'transparent',
    color: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    textDecorationColor: tokens.colorBrandStroke1,
  },
})

/** A text in which the words that differ are heavier and underlined. */
export function DiffText({ pieces }: { pieces: readonly Piece[] }) {
  const styles = useStyles()
  return (
    <span className={styles.text}>
      {placed(pieces).map((p) =>
        p.differs ? <Marked key={p.at} text={p.text} /> : <span key={p.at}>{p.text}</span>,
      )}
    </span>
  )
}

/** The pieces with where each begins in the text, which tells them apart. */
function placed(pieces: readonly Piece[]): readonly (Piece & { readonly at: number })[] {
  let next = 0
  return pieces.map((p) => {
    const at = next
    next += p.text.length
    return { ...p, at }
  })
}

/** The white space before a word is not underlined with it. */
function Marked({ text }: { text: string }) {
  const styles = useStyles()
  const words = text.trimStart()
  return (
    <>
      {text.slice(0, text.length - words.length)}
      <mark className={styles.mark}>{words}</mark>
    </>
  )
}
