/** A moment as the audit trail keeps it: local wall time, so that its first ten characters are the person's day. */
export const momentOf = (now: Date): string =>
  `${dayOf(now)}T${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')}`

/** The person's ISO day. */
export const dayOf = (now: Date): string =>
  [String(now.getFullYear()).padStart(4, '0'), two(now.getMonth() + 1), two(now.getDate())].join('-')

const two = (n: number): string => String(n).padStart(2, '0')
