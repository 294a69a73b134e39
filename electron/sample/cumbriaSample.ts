import type { Tables } from '../../shared/model/entities.ts'
import { defaultScale } from '../../shared/ratings/defaultScale.ts'
import { readCumbriaDocument } from './cumbriaDocument.ts'
import { cumbriaPartners } from './cumbriaPartners.ts'
import { cumbriaPlan } from './cumbriaPlan.ts'
import { cumbriaProgress } from './cumbriaProgress.ts'
import { emptyTables, type ProgrammeRow, rowsInWritingOrder } from './programmeRows.ts'

/**
 * The sample programme: Cumbria's written statement of action of August 2019 with what its bulletin of February 2020
 * reports, as rows. Always the same rows with the same ids; no action is rated, because the plan's rating column is empty.
 */
export function cumbriaTables(): Tables {
  const source = readCumbriaDocument()
  return {
    ...emptyTables,
    ...cumbriaPartners(source),
    ...cumbriaPlan(source),
    ...cumbriaProgress(source),
    scaleStep: defaultScale,
  }
}

/** The rows of the sample programme in the order of writing. */
export const cumbriaRows = (): readonly ProgrammeRow[] => rowsInWritingOrder(cumbriaTables())
