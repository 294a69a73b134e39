import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Dismiss12Regular } from '@fluentui/react-icons'
import { wholePlan } from '../../shared/view/planQuery.ts'
import { activeFilters } from './filterWords.ts'
import { usePlan, usePlanStore } from './planContext.tsx'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '6px',
    minHeight: '28px',
    flexShrink: 0,
  },
  count: { color: tokens.colorNeutralForeground2, marginRight: '6px' },
  chip: {
    borderRadius: '14px',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: 'none',
    maxWidth: '320px',
    fontWeight: tokens.fontWeightRegular,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover, color: tokens.colorBrandForeground2 },
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

/** How many actions are shown, and why: each filter that is on, as a chip that takes it off. */
export function FilterLine() {
  const styles = useStyles()
  const store = usePlanStore()
  const view = usePlan((s) => s.view)
  if (!view) return <div className={styles.line} />
  const filters = activeFilters(view)
  const folded = view.objectives.length > 0
  return (
    <div className={styles.line}>
      <output className={styles.count}>
        {view.shown === view.total
          ? `${view.total} actions in ${view.objectives.length} objectives`
          : `${view.shown} of ${view.total} actions`}
      </output>
      {filters.map((f) => (
        <Button
          key={f.key}
          size="small"
          className={styles.chip}
          icon={<Dismiss12Regular />}
          iconPosition="after"
          aria-label={`Take off filter: ${f.words}`}
          title={f.words}
          onClick={() => void store.getState().filter(f.off)}
        >
          <span className={styles.words}>{f.words}</span>
        </Button>
      ))}
      {filters.length > 1 && (
        <Button
          size="small"
          appearance="transparent"
          onClick={() => void store.getState().show({ ...wholePlan, group: view.query.group })}
        >
          Clear filters
        </Button>
      )}
      {folded && filters.length === 0 && <FoldButtons />}
    </div>
  )
}

function FoldButtons() {
  const store = usePlanStore()
  const anyFolded = usePlan((s) => s.collapsed.size > 0)
  return (
    <Button size="small" appearance="transparent" onClick={() => store.getState().foldAll(!anyFolded)}>
      {anyFolded ? 'Unfold all' : 'Fold all'}
    </Button>
  )
}
