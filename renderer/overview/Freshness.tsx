import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { OverviewView } from '../../shared/view/overview.ts'
import { useDesk } from '../app/client.tsx'
import { useSurfaceStyles } from '../ui/useSurfaceStyles.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '8px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '8px',
    rowGap: '2px',
    width: '100%',
    textAlign: 'left',
  },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  track: {
    gridColumnStart: 1,
    gridColumnEnd: 3,
    height: '4px',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: 'hidden',
  },
  fill: {
    display: 'block',
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
})

/** How long ago the actions were last heard of, and how many never. */
export function Freshness({ view }: { view: OverviewView }) {
  const styles = useStyles()
  const surface = useSurfaceStyles()
  const { app } = useDesk()
  return (
    <section aria-labelledby="freshness-heading">
      <h2 id="freshness-heading" className={surface.heading}>
        Last heard of
      </h2>
      <ul className={styles.list}>
        {view.freshness.map((f) => (
          <li key={f.label}>
            <button
              type="button"
              className={mergeClasses(surface.link, styles.line)}
              onClick={() => app.getState().showPlan(f.filter)}
            >
              <span>{f.label}</span>
              <span className={styles.count}>{f.count}</span>
              <span className={styles.track} aria-hidden>
                <span
                  className={styles.fill}
                  style={{ width: `${view.total === 0 ? 0 : (100 * f.count) / view.total}%` }}
                />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
