import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { collectTabs, firstTab } from './collectTabs.ts'
import { useCollectTab } from './useCollectTab.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, boxSizing: 'border-box' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px 24px',
    flexWrap: 'wrap',
    padding: '8px 24px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
    whiteSpace: 'nowrap',
  },
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
})

/** Collect updates, in its parts: workbooks out, workbooks back, and what became of them. */
export function CollectScreen() {
  const styles = useStyles()
  const [tab, openTab] = useCollectTab()
  const here = collectTabs.find((t) => t.id === tab) ?? collectTabs.find((t) => t.id === firstTab)
  if (!here) return null
  const Part = here.component
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1} data-page-title>
          Collect updates
        </h1>
        <TabList
          aria-label="Parts of collecting updates"
          selectedValue={here.id}
          onTabSelect={(_, data) => openTab(String(data.value))}
        >
          {collectTabs.map(({ id, label }) => (
            <Tab key={id} id={`collect-tab-${id}`} value={id} aria-controls="collect-part">
              {label}
            </Tab>
          ))}
        </TabList>
      </div>
      <div
        id="collect-part"
        role="tabpanel"
        aria-labelledby={`collect-tab-${here.id}`}
        className={styles.panel}
        data-region
      >
        <Part />
      </div>
    </div>
  )
}
