import { Button, mergeClasses } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { wholePlan } from '../../shared/view/planQuery.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ActionLine } from './ActionLine.tsx'
import { ObjectiveLine } from './ObjectiveLine.tsx'
import { usePlan, usePlanStore } from './planContext.tsx'
import { planLines, type PlanLine } from './planLines.ts'
import { useTreeStyles } from './useTreeStyles.ts'
import { useTreeKeys } from './useTreeKeys.ts'

const headHeight = 32
const heights = { objective: 40, action: 52 } as const

/** Objectives and their actions as a tree of rows; only those in sight are in the page. */
export function PlanTree({ ref }: { ref: RefObject<HTMLTableElement | null> }) {
  const styles = useTreeStyles()
  const store = usePlanStore()
  const view = usePlan((s) => s.view)
  const collapsed = usePlan((s) => s.collapsed)
  const activeId = usePlan((s) => s.activeId)
  const openId = usePlan((s) => s.openId)
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => (view ? planLines(view, collapsed) : []), [view, collapsed])
  // The compiler's note that this hook can't be memoised: nothing here is memoised by hand over it.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => heights[lines[i]?.kind ?? 'action'],
    getItemKey: (i) => lines[i]?.id ?? i,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: store.getState().scrolled,
  })
  const at = lines.findIndex((l) => l.id === activeId)
  useEffect(() => rows.measure(), [rows, lines])
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' })
  }, [rows, at, openId])
  const onKeyDown = useTreeKeys(lines, at)
  if (view && view.shown === 0) return <NothingShown total={view.total} />
  return (
    <div
      className={styles.scroller}
      ref={scroller}
      onScroll={(e) => store.getState().scrollTo(e.currentTarget.scrollTop)}
    >
      <table
        ref={ref}
        // A tree table is a table whose rows unfold; no element of its own exists for it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="treegrid"
        aria-label="Work plan"
        aria-rowcount={lines.length + 1}
        aria-activedescendant={at >= 0 ? lineId(activeId) : undefined}
        className={styles.tree}
        tabIndex={0}
        data-region-start
        onKeyDown={onKeyDown}
        onFocus={(e) => {
          // Only the keyboard's focus needs a line to stand on: a press names its own.
          if (at < 0 && e.currentTarget.matches(':focus-visible')) {
            store.getState().stand(lines[rows.range?.startIndex ?? 0]?.id ?? null)
          }
        }}
      >
        <Head />
        <tbody className={styles.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => {
            const line = lines[item.index]
            if (!line) return null
            return (
              <Line
                key={item.key}
                line={line}
                index={item.index + 2}
                top={item.start - headHeight}
                active={item.index === at}
                open={line.id === openId}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const lineId = (id: string | null): string | undefined => (id === null ? undefined : `line-${id}`)

function Head() {
  const styles = useTreeStyles()
  const th = (text: string, extra?: string) => (
    <th scope="col" className={mergeClasses(styles.th, extra)}>
      {text}
    </th>
  )
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.columns}>
        {th('Ref', styles.refHead)}
        {th('Action')}
        {th('Lead', styles.lead)}
        {th('Due')}
        {th('Delivery')}
        {th('Impact', styles.wideOnly)}
        {th('Updated', styles.wideOnly)}
      </tr>
    </thead>
  )
}

type LineProps = {
  readonly line: PlanLine
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly open: boolean
}

function Line({ line, index, top, active, open }: LineProps) {
  const styles = useTreeStyles()
  const store = usePlanStore()
  const isAction = line.kind === 'action'
  const press = (): void => {
    store.getState().stand(line.id)
    if (isAction) store.getState().open(line.id)
    else store.getState().toggle(line.id)
  }
  return (
    // The keys of a row are the tree's own: it holds the focus and names the row by aria-activedescendant.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      id={lineId(line.id)}
      aria-level={isAction ? 2 : 1}
      aria-rowindex={index}
      aria-expanded={isAction ? undefined : line.open}
      aria-posinset={isAction ? line.place : undefined}
      aria-setsize={isAction ? line.among : undefined}
      aria-selected={open}
      data-active={active}
      className={mergeClasses(styles.columns, styles.row, !isAction && styles.objective, open && styles.open)}
      style={{ transform: `translateY(${top}px)`, height: heights[line.kind] }}
      onClick={press}
    >
      {isAction ? (
        <ActionLine row={line.row} />
      ) : (
        <ObjectiveLine objective={line.objective} open={line.open} />
      )}
    </tr>
  )
}

function NothingShown({ total }: { total: number }) {
  const store = usePlanStore()
  if (total === 0) {
    return (
      <EmptyState title="This programme has no actions yet">
        The Cumbria sample shows how a plan looks here.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No action fits these filters"
      actions={<Button onClick={() => void store.getState().show(wholePlan)}>Show the whole plan</Button>}
    >
      Take one off above, or show everything again.
    </EmptyState>
  )
}
