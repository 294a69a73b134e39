import {
  Button,
  makeStyles,
  ProgressBar,
  Spinner,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PlanPreview } from '../../shared/planIn/planDraft.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorBar } from '../ui/ErrorBar.tsx'
import { focusOnArrival } from '../ui/focusOnArrival.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useFocusReturn } from '../ui/useFocusReturn.ts'
import { PlanColumns } from './PlanColumns.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import type { PlanInStore } from './planInStore.ts'
import { sayTotals } from './planInWords.ts'
import { PlanProblems } from './PlanProblems.tsx'
import { PlanRows } from './PlanRows.tsx'
import { PlanTree } from './PlanTree.tsx'

const useStyles = makeStyles({
  screen: {
    height: '100vh',
    boxSizing: 'border-box',
    padding: '20px 24px 0',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  parts: { display: 'flex', gap: '24px', flexGrow: 1, minHeight: 0 },
  facts: { width: '320px', flexShrink: 0, overflowY: 'auto', padding: '4px 4px 24px' },
  reading: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  panel: { flexGrow: 1, minHeight: 0, overflow: 'auto', padding: '12px 4px 24px' },
  wait: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '640px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  tabs: { display: 'flex', alignItems: 'center', gap: '12px' },
})

const parts = ['structure', 'columns', 'rows', 'problems'] as const
type Part = (typeof parts)[number]

/** A plan in Excel or Word before a programme is made of it: what it becomes, how it was read, and what to look at. */
export function PlanInScreen({ store }: { store: PlanInStore }) {
  const styles = useStyles()
  const { reply, error, busy, choose, close } = useStore(store)
  useFocusReturn('[data-from-plan]')
  const waits = reply === null && busy
  // the button that could stop the reading had the focus, and has gone with it
  useEffect(() => {
    if (!waits && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-page-title]')?.focus()
  }, [waits])
  return (
    <main className={styles.screen} data-region>
      <PageHeader
        title="New programme from a plan"
        about={
          reply
            ? `${reply.preview.file}: ${sayTotals(reply.preview)}. Nothing is made until you create it.`
            : ''
        }
        actions={
          <>
            <Button onClick={() => void choose()} disabled={busy}>
              Choose another plan…
            </Button>
            <Button onClick={close}>Back</Button>
          </>
        }
      />
      <ErrorBar error={error} />
      {waits && <Waiting store={store} />}
      {reply && (
        <div className={styles.parts}>
          <div className={styles.facts}>
            <PlanFacts key={reply.preview.sha256} store={store} preview={reply.preview} />
          </div>
          <Reading store={store} preview={reply.preview} />
        </div>
      )}
    </main>
  )
}

function Waiting({ store }: { store: PlanInStore }) {
  const styles = useStyles()
  const { stop, stopping, path } = useStore(store)
  return (
    <div className={styles.wait}>
      <output>
        <Text weight="semibold">Reading “{(path ?? '').split(/[\\/]/).at(-1)}”…</Text>
      </output>
      <ProgressBar aria-label="Reading the plan" />
      <Text className={styles.quiet}>Its tables, headings and rows are read. Nothing is made yet.</Text>
      <div>
        <Button ref={focusOnArrival} disabled={stopping} onClick={() => void stop()}>
          {stopping ? 'Stopping…' : 'Cancel'}
        </Button>
      </div>
    </div>
  )
}

function Reading({ store, preview }: { store: PlanInStore; preview: PlanPreview }) {
  const styles = useStyles()
  const { busy } = useStore(store)
  const [part, setPart] = useState<Part>('structure')
  /** The button that leads there is gone by then, so the focus goes to the part's tab. */
  const goTo = (to: Part): void => {
    setPart(to)
    document.querySelector<HTMLElement>(`#plan-tab-${to}`)?.focus()
  }
  const lost = preview.totals.outcomes.other ?? 0
  const names: Readonly<Record<Part, string>> = {
    structure: 'What it becomes',
    columns: 'Columns and headings',
    rows: lost === 0 ? 'Rows' : `Rows (${lost} not understood)`,
    problems: `To look at (${preview.problems.length})`,
  }
  return (
    <section className={styles.reading} aria-label="The plan as it was read">
      <div className={styles.tabs}>
        <TabList
          selectedValue={part}
          onTabSelect={(_, d) => setPart(parts.find((p) => p === d.value) ?? part)}
        >
          {parts.map((p) => (
            <Tab key={p} value={p} id={`plan-tab-${p}`} aria-controls="plan-panel">
              {names[p]}
            </Tab>
          ))}
        </TabList>
        {busy && <Spinner size="tiny" label="Reading it anew…" />}
      </div>
      {/* A part that scrolls is to be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div
        className={styles.panel}
        role="tabpanel"
        id="plan-panel"
        aria-labelledby={`plan-tab-${part}`}
        tabIndex={0}
      >
        <Panel part={part} store={store} preview={preview} onPart={goTo} />
      </div>
    </section>
  )
}

type PanelProps = {
  readonly part: Part
  readonly store: PlanInStore
  readonly preview: PlanPreview
  readonly onPart: (part: Part) => void
}

function Panel({ part, store, preview, onPart }: PanelProps): ReactNode {
  if (part === 'columns') return <PlanColumns store={store} preview={preview} />
  if (part === 'rows') return <PlanRows preview={preview} />
  if (part === 'problems') return <PlanProblems problems={preview.problems} />
  if (preview.totals.actions > 0) return <PlanTree structure={preview.structure} />
  return <NoActions preview={preview} onColumns={() => onPart('columns')} />
}

function NoActions({ preview, onColumns }: { preview: PlanPreview; onColumns: () => void }) {
  if (preview.tables.length === 0)
    return (
      <EmptyState title="There is no table in this document">
        Actions are read from tables. Put them into a table in Word or Excel, with a row of headings such as
        Ref, Action, Lead and Date; save it, and choose the plan again.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No action was found in this plan"
      actions={
        <Button appearance="primary" onClick={onColumns}>
          Say where the actions are
        </Button>
      }
    >
      {preview.tables.length === 1 ? 'One table was looked' : `${preview.tables.length} tables were looked`}{' '}
      at, and none has headings that are known for actions. On “Columns and headings” you can choose the row
      that holds the headings, and say which column is the action, the lead, the date.
    </EmptyState>
  )
}
