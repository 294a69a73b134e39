import type { CopyItem } from './copyItem.ts'
import { isSame } from './copyState.ts'
import { sayFrom } from './sayRow.ts'
import type { AnyRow } from './copyState.ts'

export type Verdict = { readonly resolution: CopyItem['resolution']; readonly why: string }

/**
 * The three-way merge of one value by the contract: what the copy was made from, the programme now, the copy as it came
 * back. Null where there is nothing to say. Other than a blank cell of a workbook, a value taken out in a copy was taken
 * out on purpose. `mine` and `theirs` are the rows that say the values, for who and when.
 */
export function threeWay(
  base: unknown,
  current: unknown,
  returned: unknown,
  mine: AnyRow | null = null,
  theirs: AnyRow | null = null,
): Verdict | null {
  if (isSame(current, returned)) return null
  if (isSame(base, returned))
    return {
      resolution: 'keep-current',
      why: `The copy says what it was made from; the programme has changed since${sayFrom(theirs)}.`,
    }
  if (isSame(base, current)) return { resolution: 'take-returned', why: sayChanged(mine) }
  return {
    resolution: 'conflict',
    why: `Changed in the copy${sayFrom(mine)} and in the programme${sayFrom(theirs)}.${sayReason(mine)}`,
  }
}

/** Changed by whom, when and why, as the copy has it. */
export const sayChanged = (mine: AnyRow | null): string =>
  `Changed in the copy${sayFrom(mine)}; the programme has not changed.${sayReason(mine)}`

const sayReason = (row: AnyRow | null): string => {
  const reason = row?.['reason']
  return typeof reason === 'string' && reason !== '' ? ` Reason given: ${reason}` : ''
}
