import { stateAt, type ParsedCopy } from '../../shared/copy/copyHistory.ts'
import type { CopyItem } from '../../shared/copy/copyItem.ts'
import { commonStep, trailOf, withOwnIds } from '../../shared/copy/copyTrail.ts'
import { copyState } from '../../shared/copy/copyState.ts'
import type { CopyStates } from '../../shared/copy/mergeAction.ts'
import { mergeCopy, type CopyMerge } from '../../shared/copy/mergeCopy.ts'
import { planCopy } from '../../shared/copy/planCopy.ts'
import type { ImportOptions, PlannedFile } from '../../shared/import/importPlan.ts'
import { loadCopyReturns } from '../db/copyTables.ts'
import { loadImports } from '../db/importsTable.ts'
import { loadTables } from '../db/loadTables.ts'
import type { ReadDb } from '../db/types.ts'

/**
 * Merges a group copy with the programme: against what it was made from or, where it has come back before, against what it
 * said then, so that a later return brings only what is new. Writes nothing.
 */
export function planCopyFile(db: ReadDb, copy: ParsedCopy, options: ImportOptions): PlannedFile {
  const { origin } = copy
  const returns = loadCopyReturns(db, origin.copyId)
  const history = withOwnIds(copy.history, returns.map((r) => r.trail).toReversed())
  const inEffect = returns.filter((r) => !r.undone && !r.isVoid)
  const revision = Math.max(1, ...inEffect.map((r) => commonStep(copy.history, r.trail)))
  const current = copyState(loadTables(db))
  const returned = copyState(history.returned)
  const states: CopyStates = { base: copyState(stateAt(history, revision)), current, returned }
  const merge = mergeCopy(states, origin)
  const open = new Set(inEffect[0]?.open.items.map((i) => i.item.key))
  const made = { base: copyState(stateAt(history, 1)), current, returned }
  const settled = open.size === 0 ? merge : withOpen(merge, mergeCopy(made, origin), open)
  return planCopy(copy, states, settled, {
    sender: options.sender,
    period: options.period,
    today: options.today,
    alreadyImported: loadImports(db).find((i) => i.sha256 === copy.sha256 && i.undoneAt === null)?.id ?? null,
    trail: trailOf(copy.history),
  })
}

/** What was asked at an earlier return and never decided is asked again, against what the copy was made from. */
function withOpen(merge: CopyMerge, sinceMade: CopyMerge, open: ReadonlySet<string>): CopyMerge {
  const fresh = new Set(merge.items.filter((i) => i.steps.length > 0).map((i) => i.key))
  const asked = sinceMade.items
    .filter((i) => open.has(i.key))
    .map((i): CopyItem =>
      fresh.has(i.key) ? i : { ...i, resolution: 'keep-current', why: stillOpen, stillOpen: true },
    )
  return {
    ...merge,
    items: [...merge.items.filter((i) => !open.has(i.key)), ...asked],
    order: sinceMade.order,
  }
}

const stillOpen =
  'The copy says what it said last time, which is still to be decided: the programme’s value stays until then.'
