import { makeStyles, tokens } from '@fluentui/react-components'
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
    '@media (forced-colors: active)': {
      outlineWidth: '1px',
      outlineStyle: 'solid',
      outlineColor: 'CanvasText',
    },
  },
  large: { minHeight: '28px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  none: {
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    borderLeftColor: tokens.colorNeutralStroke1,
    fontWeight: tokens.fontWeightRegular,
  },
})

/** A rating: its word on a pale fill, with a bar in the strong colour. The word is always there. */
export function RatingBadge({ mark, large = false }: { mark: RatingMark; large?: boolean }) {
  const styles = useStyles()
  const size = large ? ` ${styles.large}` : ''
  if (mark.code === null) return <span className={`${styles.badge} ${styles.none}${size}`}>{mark.word}</span>
  return (
    <span
      className={`${styles.badge}${size}`}
      style={{ backgroundColor: `#${mark.fill}`, color: `#${mark.ink}`, borderLeftColor: `#${mark.bar}` }}
    >
      {mark.word}
    </span>
  )
}
