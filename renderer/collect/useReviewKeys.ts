import { useEffect } from 'react'
import type { CollectState } from './collectStore.ts'
import { rowOf } from './decisions.ts'
import { isDecidable } from './reviewRows.ts'
import { useCollectStores } from './useCollect.ts'

/** The keys of the review, in the order in which the help lists them. */
export const reviewKeys: readonly (readonly [key: string, what: string])[] = [
  ['J', 'Next'],
  ['K', 'Back'],
  ['←', 'Keep what the programme says'],
  ['→', 'Take what came back'],
  ['B', 'Both: one text after the other'],
  ['E or Enter', 'Edit: write something else'],
  ['M', 'Match the row by hand, or set it aside'],
  ['U', 'Undo the last decision'],
  ['C', 'Take all clean rows'],
]

/** Works through the review by keyboard; never while somebody types, and not from within a menu or a dialog. */
export function useReviewKeys(): void {
  const { collect } = useCollectStores()
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(target))
        return
      const act = actionOf(event.key.toLowerCase(), collect.getState(), isInReview(target), isButton(target))
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [collect])
}

function actionOf(
  key: string,
  state: CollectState,
  inReview: boolean,
  onButton: boolean,
): (() => void) | undefined {
  switch (key) {
    case 'j':
      return () => state.move(1)
    case 'k':
      return () => state.move(-1)
    case 'u':
      return () => void state.undoDecision()
    case 'c':
      return () => state.takeClean()
    case 'b':
      return () => state.decideHere('both')
    case 'e':
      return () => editHere(state)
    case 'm':
      return () => matchHere(state)
    case 'enter':
      return inReview && !onButton ? () => enterHere(state) : undefined
    case 'arrowleft':
      return inReview ? () => state.decideHere('current') : undefined
    case 'arrowright':
      return inReview ? () => state.decideHere('returned') : undefined
    default:
      return undefined
  }
}

function editHere(state: CollectState): void {
  const { flow } = state
  if (flow.step !== 'review' || !flow.cursor?.field || flow.cursor.field === 'other') return
  const { rowKey, field } = flow.cursor
  const row = rowOf(flow, rowKey)
  const change = row?.row.changes.find((c) => c.field === field)
  if (row && change && isDecidable(change, row.row)) state.edit({ rowKey, field })
}

function matchHere(state: CollectState): void {
  const { flow } = state
  if (flow.step !== 'review' || !flow.cursor) return
  if (canMatch(rowOf(flow, flow.cursor.rowKey)?.kind))
    state.open({ kind: 'match', rowKey: flow.cursor.rowKey })
}

/** Rows of a group copy are its actions; they are never anything else. */
export const canMatch = (kind: string | undefined): boolean => kind === 'tracker' || kind === 'issued'

/** Enter does what the place is for: it writes in a field, it says what a row is. */
function enterHere(state: CollectState): void {
  const { flow } = state
  if (flow.step !== 'review' || !flow.cursor) return
  if (flow.cursor.field === null) matchHere(state)
  else editHere(state)
}

/** In a text box, a menu or a dialog the keys are their own. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="separator"], [role="tablist"]',
  ) !== null

const isInReview = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('[data-review]') !== null)

const isButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary') !== null
