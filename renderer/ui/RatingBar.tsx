import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RatingMark } from '../../shared/view/ratingMark.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '2px',
    width: '100%',
    height: '12px',
    borderRadius: '3px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground4,
    forcedColorAdjust: 'none',
  },
  none: {
    backgroundColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { backgroundColor: '#BDBDBD' },
  },
  thin: { height: '6px' },
})

export type BarPart = { readonly mark: RatingMark; readonly count: number }

/** How some actions are rated, as one bar whose parts add up; said in words for those who don't see it. */
export function RatingBar({ parts, thin = false }: { parts: readonly BarPart[]; thin?: boolean }) {
  const styles = useStyles()
  return (
    <div>
      <VisuallyHidden>{sayParts(parts)}</VisuallyHidden>
      <div className={mergeClasses(styles.bar, thin && styles.thin)} aria-hidden>
        {parts.map((p) => (
          <span
            key={p.mark.word}
            title={`${p.count} ${p.mark.word.toLocaleLowerCase('en-GB')}`}
            className={p.mark.code === null ? styles.none : undefined}
            style={{ flexGrow: p.count, flexBasis: 0, ...barColour(p.mark) }}
          />
        ))}
      </div>
    </div>
  )
}

/** The strong colour of a rating; what is not yet rated is left to the page's own grey. */
export const barColour = (mark: RatingMark): { backgroundColor?: string } =>
  mark.code === null ? {} : { backgroundColor: `#${mark.bar}` }

/** "3 on track, 1 at risk": the parts in words. */
export function sayParts(parts: readonly BarPart[]): string {
  const words = parts.map((p) => `${p.count} ${p.mark.word.toLocaleLowerCase('en-GB')}`)
  return words.length > 0 ? words.join(', ') : 'no actions'
}
