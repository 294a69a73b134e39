import { useEffect } from 'react'

/**
 * Gives the focus to the first element of a selector as this component comes, where what had it is gone: the button that
 * brought a screen has gone with the screen before.
 */
export function useFocusArrival(selector: string): void {
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const { activeElement } = document
        if (activeElement === null || activeElement === document.body)
          document.querySelector<HTMLElement>(selector)?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [selector])
}
