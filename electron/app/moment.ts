import { format } from 'date-fns'

/** A moment as the audit trail keeps it: local wall time, so that its first ten characters are the person's day. */
export const momentOf = (now: Date): string => format(now, "yyyy-MM-dd'T'HH:mm:ss")

/** The person's ISO day. */
export const dayOf = (now: Date): string => format(now, 'yyyy-MM-dd')
