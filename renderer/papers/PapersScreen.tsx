import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useEffect } from 'react'
import { useApp, useRevision } from '../app/client.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { Registers } from '../registers/Registers.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Assessments } from './Assessments.tsx'
import { GapList } from './GapList.tsx'
import { PaperChoices } from './PaperChoices.tsx'
import { PaperPane } from './PaperPane.tsx'
import { kindOf } from './papersStore.ts'
import { Recommendations } from './Recommendations.tsx'
import { SnapshotNote } from './SnapshotNote.tsx'
import { SentPapers } from './SentPapers.tsx'
import { usePapers } from './usePapers.ts'

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: '348px minmax(0, 1fr)', flexGrow: 1, minHeight: 0 },
  choices: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '16px 20px 24px 24px',
    overflowY: 'auto',
    minHeight: 0,
    boxSizing: 'border-box',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollbarGutter: 'stable',
    '> *': { flexShrink: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The kinds that print overall ratings of groups or priorities. */
const printsRatings: ReadonlySet<string> = new Set(['board-paper', 'dfe-return', 'highlight-report'])

/** Papers: choose one, see it as it will print, enter what it says is missing, save it. */
export function PapersScreen() {
  const styles = useStyles()
  const { options, choice, load, error } = usePapers((s) => s)
  const revision = useRevision()
  const today = useApp((s) => s.app?.programme?.today ?? '')
  const reload = useCallback(() => void load(today), [load, today])
  useEffect(reload, [reload, revision])
  const kind = kindOf(options, choice)
  return (
    <div className={styles.root}>
      <div className={styles.choices} data-region>
        <PageHeader title="Papers" about="See a paper as it will print, then save it." />
        {!options && <ErrorBar error={error} onRetry={reload} />}
        {options && <PaperChoices options={options} />}
        {kind && <GapList />}
        {kind && choice.asAt !== null && <SnapshotNote />}
        {kind?.needsBoard && choice.board !== null && <Recommendations board={choice.board} />}
        {kind && kind.kind !== 'plan' && <Registers />}
        {options && <SentPapers />}
        {kind && printsRatings.has(kind.kind) && <Assessments />}
        {kind?.kind === 'plan' && (
          <Text size={200} className={styles.quiet}>
            The plan prints what the programme holds; it is edited in the work plan.
          </Text>
        )}
      </div>
      <PaperPane />
    </div>
  )
}
