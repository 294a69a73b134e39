import { useEffect, useState } from 'react'

/**
 * Gives the focus back, when this component goes, to what had it when it came; where that has gone meanwhile, to the first
 * of `orElse` (selectors) that is there. A person who has gone elsewhere by then stays there.
 */
export function useFocusReturn(...orElse: readonly string[]): void {
  const [opener] = useState(() => document.activeElement)
  const fallbacks = orElse.join('\n')
  useEffect(
    () => () => {
      requestAnimationFrame(() => requestAnimationFrame(() => giveBack(opener, fallbacks.split('\n'))))
    },
    [opener, fallbacks],
  )
}

function giveBack(opener: Element | null, orElse: readonly string[]): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return
  const own = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : null
  const other = orElse
    .filter((selector) => selector !== '')
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((element) => element !== null)
  const target = own ?? other ?? document.querySelector<HTMLElement>('[data-page-title]')
  target?.focus()
}
