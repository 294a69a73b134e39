import { defaultScale } from '../../shared/ratings/defaultScale.ts'
import { emptyTables, type ProgrammeRow, rowsInWritingOrder } from './programmeRows.ts'
import { live } from './rowIds.ts'

export type BlankProgramme = {
  readonly name: string
  readonly localArea: string
  /** ISO day the programme began: completion dates before it are taken for slips. */
  readonly startedOn: string
}

/** The rows of a new programme that holds nothing yet but its name and the default rating scales, in writing order. */
export function blankRows({ name, localArea, startedOn }: BlankProgramme): readonly ProgrammeRow[] {
  return rowsInWritingOrder({
    ...emptyTables,
    programme: [
      {
        ...live('programme'),
        name,
        documentTitle: name,
        localArea,
        startedOn,
        planDate: null,
        approvedByDfe: null,
        approvedNote: null,
        marking: 'OFFICIAL',
        vision: null,
        visionOwner: null,
        successIntro: null,
        successStatements: [],
        introduction: [],
        workingTogether: [],
        accountability: [],
        prioritiesIntro: null,
        partners: [],
        boardsNote: null,
        measuresIntro: null,
        measuresFootnote: null,
        measuresNote: null,
      },
    ],
    scaleStep: defaultScale,
  })
}
