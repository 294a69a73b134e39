/**
 * As the `ref` of a control: it takes the focus as it appears, because it was asked for. A dialog gives the focus to its
 * first control once it is there; this one comes after it.
 */
export function focusOnArrival(element: HTMLElement | null): void {
  if (!element) return
  element.focus()
  if (element.closest('[role="dialog"]'))
    requestAnimationFrame(() => requestAnimationFrame(() => element.focus()))
}
