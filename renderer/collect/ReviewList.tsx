import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { type ChangeField, changeField } from '../../shared/import/previewDocument.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CleanBar } from './CleanBar.tsx'
import type { Review } from './collectStore.ts'
import { PlainRow } from './PlainRow.tsx'
import { itemKey, type ReviewItem, reviewItems } from './reviewItems.ts'
import type { ReviewRow, Section, Stop } from './reviewRows.ts'
import { RowCard } from './RowCard.tsx'
import { isSame } from './reviewState.ts'
import { useCollect, useCollectStores } from './useCollect.ts'

const useStyles = makeStyles({
  pane: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '0 16px 0 24px', scrollbarGutter: 'stable' },
  inner: { position: 'relative', width: '100%' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
  headingRow: { margin: 0, paddingTop: '12px', paddingBottom: '4px', font: 'inherit' },
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 4px 4px 0',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  about: { color: tokens.colorNeutralForeground2 },
})

const estimates = { heading: 44, plain: 36, card: 190 } as const

/** The rows of a review: what needs a person first. Only what is on screen is built, so that 10,000 rows scroll well. */
export function ReviewList({ review }: { review: Review }) {
  const styles = useStyles()
  const pane = useRef<HTMLDivElement>(null)
  const { rows, file, opened } = review
  const items = useMemo(() => reviewItems({ rows, file, opened }), [rows, file, opened])
  // The list is not compiled by the React compiler, which is all that this rule guards.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => pane.current,
    estimateSize: (n) => estimateOf(items[n]),
    getItemKey: (n) => keyAt(items, n),
    overscan: 6,
    paddingEnd: 16,
  })
  useCursor(pane, review, (key) => {
    const at = items.findIndex((i) => i.kind === 'row' && i.row.key === key)
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  })
  if (items.length === 0) return <NothingRead review={review} />
  return (
    <>
      <CleanBar review={review} />
      <div ref={pane} className={styles.pane} data-review data-region>
        <div className={styles.inner} style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map((v) => {
            const item = items[v.index]
            return (
              item && (
                <div
                  key={v.key}
                  data-index={v.index}
                  ref={virtual.measureElement}
                  className={styles.item}
                  style={{ transform: `translateY(${v.start}px)` }}
                >
                  <Item item={item} review={review} />
                </div>
              )
            )
          })}
        </div>
      </div>
    </>
  )
}

const keyAt = (items: readonly ReviewItem[], n: number): string => {
  const item = items[n]
  return item ? itemKey(item) : String(n)
}

function estimateOf(item: ReviewItem | undefined): number {
  if (!item || item.kind === 'heading') return estimates.heading
  return isPlain(item.row) ? estimates.plain : estimates.card
}

/** In one line, unless somebody has said what the row is: that can be taken back. */
const isPlain = (r: ReviewRow): boolean =>
  (r.section === 'unchanged' || r.section === 'ignored') && !r.row.answer

type Pane = { readonly current: HTMLElement | null }

/**
 * Brings the keyboard's place into view and gives it the focus, and takes the place to where the focus goes by pointer or
 * Tab: then nothing scrolls, because that would take a button away from under the pointer. The first place only waits
 * for a key.
 */
function useCursor(pane: Pane, review: Review, reveal: (rowKey: string) => void): void {
  const { collect } = useCollectStores()
  const { cursor, id } = review
  const last = useRef(cursor)
  const byFocus = useRef(false)
  useEffect(() => {
    if (!cursor || isSame(cursor, last.current)) return
    last.current = cursor
    if (byFocus.current) {
      byFocus.current = false
      return
    }
    reveal(cursor.rowKey)
    // A row that was out of view is built in the frame after the list has scrolled to it.
    requestAnimationFrame(() => requestAnimationFrame(() => focusHere(pane.current)))
  }, [cursor, pane, reveal])
  useEffect(() => {
    const element = pane.current
    if (!element) return
    const follow = ({ target }: FocusEvent): void => {
      const at = stopAt(target)
      const { flow, moveTo } = collect.getState()
      if (!at || flow.step !== 'review' || flow.id !== id) return
      // A row that is a stop for its fields alone keeps the place on one of them.
      if (isSame(at, flow.cursor) || (at.field === null && flow.cursor?.rowKey === at.rowKey)) return
      byFocus.current = true
      moveTo(at)
    }
    element.addEventListener('focusin', follow)
    return () => element.removeEventListener('focusin', follow)
  }, [pane, collect, id])
}

function stopAt(target: EventTarget | null): Stop | null {
  const stop = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null
  const rowKey = stop?.dataset['stop']
  return stop && rowKey ? { rowKey, field: fieldOf(stop) } : null
}

function fieldOf(stop: HTMLElement): ChangeField | null {
  const field = changeField.safeParse(stop.dataset['field'])
  return field.success ? field.data : null
}

function focusHere(pane: HTMLElement | null): void {
  const here = pane?.querySelector<HTMLElement>('[data-here="true"]')
  if (here && !here.contains(document.activeElement)) here.focus({ preventScroll: true })
}

function Item({ item, review }: { item: ReviewItem; review: Review }) {
  if (item.kind === 'heading') return <Heading item={item} />
  return isPlain(item.row) ? (
    <PlainRow row={item.row} cursor={review.cursor} showFile={review.file === null} />
  ) : (
    <RowCard row={item.row} review={review} />
  )
}

const titles: Readonly<Record<Section, readonly [title: string, about: string]>> = {
  'needs-you': ['Needs you', 'Decide, or leave it: what is not decided stays as it is.'],
  changed: ['Clean rows', 'Only the workbook has changed these: they will be written.'],
  unchanged: ['Unchanged', 'These say what the programme says already.'],
  ignored: [
    'Not read as actions',
    'Banners, totals, headings, or not a copy’s to change: each with its reason.',
  ],
}

function Heading({ item }: { item: Extract<ReviewItem, { kind: 'heading' }> }) {
  const styles = useStyles()
  const toggle = useCollect((s) => s.toggle)
  const [title, about] = titles[item.section]
  return (
    <h2 className={styles.headingRow}>
      <button
        type="button"
        className={styles.heading}
        aria-expanded={item.open}
        onClick={() => toggle(item.section)}
      >
        {item.open ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
        <Text size={400} weight="semibold">
          {title} ({item.count})
        </Text>
        <Text size={200} className={styles.about}>
          {about}
        </Text>
      </button>
    </h2>
  )
}

function NothingRead({ review }: { review: Review }) {
  const all = review.document.files.length
  return (
    <EmptyState title={all === 1 ? 'Nothing could be read' : 'No rows to look at'}>
      The reason stands with the file on the left. Mend the workbook, or save it as .xlsx, then choose it
      again.
    </EmptyState>
  )
}
