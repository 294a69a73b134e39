/** As the `ref` of an entry of a list: it comes into view as it is chosen or added. */
export const scrollOnArrival = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })
