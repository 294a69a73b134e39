/** As the `ref` of a control: it takes the focus as it appears, because it was asked for. */
export const focusOnArrival = (element: HTMLElement | null): void => element?.focus()
