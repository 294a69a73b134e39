import { useEffect } from 'react'
import { useCollectStores } from './useCollect.ts'

/** J and K go from row to row, the arrow left keeps, the arrow right takes; never while somebody types. */
export function useReviewKeys(): void {
  const { collect } = useCollectStores()
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isElsewhere(event.target)
      )
        return
      const { move, decideHere } = collect.getState()
      const keys: Readonly<Record<string, () => void>> = {
        j: () => move(1),
        k: () => move(-1),
        ...(isInReview(event.target)
          ? { arrowleft: () => decideHere('current'), arrowright: () => decideHere('returned') }
          : {}),
      }
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [collect])
}

/** In a text box, a menu or a dialog the keys are their own. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"]') !== null

const isInReview = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('[data-review]') !== null)
