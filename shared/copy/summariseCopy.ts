import type { CopySummary } from '../ipc/copyCalls.ts'
import type { CopyOrigin } from './copyOrigin.ts'
import type { CopyState } from './copyState.ts'
import { mergeCopy } from './mergeCopy.ts'

/** What a copy would bring back into a programme that has not changed: what the chair sees before sending it. */
export function summariseCopy(made: CopyState, now: CopyState, origin: CopyOrigin): CopySummary {
  const { items, leftOut } = mergeCopy({ base: made, current: made, returned: now }, origin)
  const rows = Map.groupBy(items, (i) => i.actionId ?? '')
  return {
    rows: [...rows].map(([actionId, own]) => {
      const text = now.row('action', actionId)?.['action']
      return {
        ref: own[0]?.ref || null,
        action: typeof text === 'string' ? text : null,
        fields: own.map((i) => i.field).filter((f) => f !== 'other'),
        others: own.flatMap((i) => i.label ?? []),
      }
    }),
    leftOut: leftOut.map((l) => l.message),
  }
}
