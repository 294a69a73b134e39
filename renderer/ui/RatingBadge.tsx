import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CSSProperties } from 'react'
import type { RatingMark } from '../../shared/view/ratingMark.ts'

const useStyles = makeStyles({
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '22px',
    paddingLeft: '8px',
    paddingRight: '8px',
    borderLeftWidth: '4px',
    borderLeftStyle: 'solid',
    borderRadius: '3px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    forcedColorAdjust: 'none',
    backgroundColor: 'var(--rating-fill)',
    color: 'var(--rating-ink)',
    borderLeftColor: 'var(--rating-bar)',
    // On a dark page the pale fill would glare: the strong colour shines through instead, under the pale one.
    '@media (prefers-color-scheme: dark)': {
      backgroundColor: 'color-mix(in srgb, var(--rating-bar) 32%, transparent)',
      color: 'var(--rating-fill)',
    },
    '@media (forced-colors: active)': {
      outlineWidth: '1px',
      outlineStyle: 'solid',
      outlineColor: 'CanvasText',
      outlineOffset: '-1px',
    },
  },
  large: { minHeight: '28px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  none: {
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    borderLeftColor: tokens.colorNeutralStroke1,
    fontWeight: tokens.fontWeightRegular,
    forcedColorAdjust: 'auto',
    '@media (prefers-color-scheme: dark)': {
      backgroundColor: 'transparent',
      color: tokens.colorNeutralForeground3,
    },
  },
})

/** A rating: its word on a pale fill, with a bar in the strong colour. The word is always there. */
export function RatingBadge({ mark, large = false }: { mark: RatingMark; large?: boolean }) {
  const styles = useStyles()
  if (mark.code === null) {
    return <span className={mergeClasses(styles.badge, styles.none, large && styles.large)}>{mark.word}</span>
  }
  return (
    <span className={mergeClasses(styles.badge, large && styles.large)} style={coloursOf(mark)}>
      {mark.word}
    </span>
  )
}

/** The mark's own colours, for the style sheet to use as the page is light or dark. */
function coloursOf(mark: RatingMark): CSSProperties {
  return {
    '--rating-fill': `#${mark.fill}`,
    '--rating-ink': `#${mark.ink}`,
    '--rating-bar': `#${mark.bar}`,
  } as CSSProperties
}
