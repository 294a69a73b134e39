import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { usePlan, usePlanStore } from './planContext.tsx'

const useStyles = makeStyles({
  tabs: { marginLeft: '-12px', minHeight: '36px', flexShrink: 0, overflowX: 'hidden', overflowY: 'hidden' },
  tab: {
    minWidth: '124px',
    flexShrink: 1,
    overflow: 'hidden',
    '@container plan (max-width: 860px)': { minWidth: 0 },
  },
  all: { flexShrink: 0 },
  words: { display: 'flex', gap: '6px', alignItems: 'baseline', minWidth: 0 },
  name: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@container plan (max-width: 860px)': { position: 'absolute', width: '1px', clipPath: 'inset(50%)' },
  },
  count: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    flexShrink: 0,
  },
})

/** The whole plan or one group, each with the number of actions that the filters let through. */
export function GroupTabs() {
  const styles = useStyles()
  const store = usePlanStore()
  const view = usePlan((s) => s.view)
  const group = usePlan((s) => s.query.group)
  return (
    <TabList
      className={styles.tabs}
      size="small"
      selectedValue={group === null ? 'all' : String(group)}
      onTabSelect={(_, { value }) =>
        void store.getState().filter({ group: value === 'all' ? null : Number(value) })
      }
      aria-label="Working groups"
    >
      {view && (
        <Tab value="all" className={styles.all}>
          <span className={styles.words}>
            All groups <span className={styles.count}>{view.allCount}</span>
          </span>
        </Tab>
      )}
      {view?.groups.map((g) => (
        <Tab key={g.number} value={String(g.number)} className={styles.tab} title={`${g.number} ${g.name}`}>
          <span className={styles.words}>
            <span>{g.number}</span> <span className={styles.name}>{g.name}</span>{' '}
            <span className={styles.count}>{g.count}</span>
          </span>
        </Tab>
      ))}
    </TabList>
  )
}
