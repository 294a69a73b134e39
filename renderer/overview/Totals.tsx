import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import type { OverviewView, RatingCount } from '../../shared/view/overview.ts'
import { useDesk } from '../app/client.tsx'
import { barColour } from '../ui/RatingBar.tsx'

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '12px 32px',
    '@media (max-width: 1000px)': { gridTemplateColumns: '1fr' },
  },
  block: { minWidth: 0 },
  heading: {
    margin: '0 0 6px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  bar: {
    display: 'flex',
    gap: '2px',
    height: '20px',
    borderRadius: '4px',
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  part: { border: 'none', padding: 0, cursor: 'pointer', minWidth: '6px', ':hover': { opacity: 0.85 } },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 0',
    listStyleType: 'none',
    margin: '4px 0 0 -5px',
    padding: 0,
  },
  entry: {
    paddingLeft: '5px',
    paddingRight: '5px',
    minWidth: 'auto',
    fontWeight: tokens.fontWeightRegular,
    gap: '5px',
  },
  none: {
    backgroundColor: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { backgroundColor: '#BDBDBD' },
  },
  swatch: { width: '10px', height: '10px', borderRadius: '2px', flexShrink: 0, forcedColorAdjust: 'none' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  wide: { gridColumnStart: 1, gridColumnEnd: -1 },
})

/** All actions by delivery and by impact: two bars whose parts, and the words under them, lead to the plan. */
export function Totals({ view }: { view: OverviewView }) {
  const styles = useStyles()
  const unrated = view.delivery.every((c) => c.mark.code === null)
  return (
    <section className={styles.root} aria-label="All actions by rating">
      {unrated && view.total > 0 && <NothingRated className={styles.wide} />}
      <Ratings heading="Delivered" counts={view.delivery} />
      <Ratings heading="Difference made" counts={view.impact} />
    </section>
  )
}

function Ratings({ heading, counts }: { heading: string; counts: readonly RatingCount[] }) {
  const styles = useStyles()
  const { app } = useDesk()
  const show = (count: RatingCount) => () => app.getState().showPlan(count.filter)
  return (
    <div className={styles.block}>
      <h2 className={styles.heading}>{heading}</h2>
      <div className={styles.bar} aria-hidden>
        {counts.map((c) => (
          <button
            key={c.mark.word}
            type="button"
            tabIndex={-1}
            className={mergeClasses(styles.part, c.mark.code === null && styles.none)}
            aria-label={`${c.count} ${c.mark.word.toLocaleLowerCase('en-GB')}`}
            title={`${c.count} ${c.mark.word.toLocaleLowerCase('en-GB')}`}
            style={{ flexGrow: c.count, flexBasis: 0, ...barColour(c.mark) }}
            onClick={show(c)}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {counts.map((c) => (
          <li key={c.mark.word}>
            <Button
              appearance="subtle"
              size="small"
              className={styles.entry}
              title={c.mark.meaning}
              onClick={show(c)}
            >
              <span
                className={mergeClasses(styles.swatch, c.mark.code === null && styles.none)}
                style={barColour(c.mark)}
                aria-hidden
              />
              <span>
                <span className={styles.count}>{c.count}</span> {c.mark.word.toLocaleLowerCase('en-GB')}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function NothingRated({ className }: { className: string }) {
  const { app } = useDesk()
  return (
    <MessageBar className={className}>
      <MessageBarBody>
        No action has been rated yet. Ratings come with the leads’ workbooks, or one by one in the work plan.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => app.getState().go('collect')}>Collect updates</Button>
        <Button onClick={() => app.getState().go('plan')}>Open the work plan</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
