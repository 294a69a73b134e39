import { cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import { buildPreview } from '../../shared/import/buildPreview.ts'
import type { ImportPlan, MatchedFile } from '../../shared/import/importPlan.ts'
import { layoutOf } from '../../shared/import/layoutOf.ts'
import { matchRows } from '../../shared/import/matchRows.ts'
import type { RowBase } from '../../shared/import/mergeRow.ts'
import type { EntityName, Tables } from '../../shared/model/entities.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'
import type { Draft, FieldName, FieldValue } from '../../shared/workbook/draft.ts'
import { aDate, aWorkbook } from './aDraft.ts'

export const today = '2020-02-14'

type Extra = { readonly entity: EntityName; readonly row: Record<string, unknown> }

const blank: Partial<Record<EntityName, Record<string, unknown>>> = {
  update: {
    groupId: null,
    periodId: null,
    by: null,
    source: 'entered',
    sourceNote: null,
    progress: null,
    nextSteps: null,
    issues: null,
    evidence: null,
    percentComplete: null,
    importId: null,
  },
  rating: { reason: null, by: null, periodId: null, importId: null },
  dateChange: { reason: null, approvedBy: null, approvedOn: null, by: null, importId: null },
}

/** The sample programme with more rows; `ref` names their action, a date is given as it is written. */
export function aProgramme(extra: readonly Extra[] = []): Programme {
  const tables = cumbriaTables()
  const actionId = (ref: unknown): string => tables.action.find((a) => a.ref === ref)!.id
  const more: Record<string, unknown[]> = {}
  extra.forEach(({ entity, row: { ref, completion, ...row } }, i) => {
    more[entity] = [
      ...(more[entity] ?? tables[entity]),
      {
        id: `extra-${i}`,
        retiredAt: null,
        ...blank[entity],
        ...(ref === undefined ? {} : { actionId: actionId(ref) }),
        ...(typeof completion === 'string' ? { completion: aDate(completion) } : {}),
        ...row,
      },
    ]
  })
  return indexProgramme({ ...tables, ...more } as Tables, today)
}

export type BaseByRef = Readonly<
  Record<string, { values: Partial<Record<FieldName, FieldValue>>; open?: readonly FieldName[] }>
>

/** What a base says, by ref; dates as they are written. */
export function aBase(programme: Programme, base: BaseByRef): ReadonlyMap<string, RowBase> {
  return new Map(
    Object.entries(base).map(([ref, { values, open }]) => [
      programme.actionByRef.get(ref)!.action.id,
      {
        open: new Set(open ?? []),
        values: Object.fromEntries(
          Object.entries(values).map(([f, v]) => [
            f,
            f.endsWith('ompletion') && typeof v === 'string' ? aDate(v) : v,
          ]),
        ),
      },
    ]),
  )
}

export function aFile(
  programme: Programme,
  drafts: readonly Draft[],
  more: Partial<MatchedFile> = {},
): MatchedFile {
  const parsed = aWorkbook(drafts)
  return {
    file: 'Tracker.xlsx',
    path: '/nowhere/Tracker.xlsx',
    sha256: 'a'.repeat(64),
    layout: layoutOf(parsed),
    sender: null,
    period: null,
    parsed,
    matches: matchRows(programme, drafts),
    bases: new Map(),
    alreadyImported: null,
    ...more,
  }
}

/** Matches and merges rows with a programme as one batch of one or several files. */
export const aPlan = (programme: Programme, files: readonly MatchedFile[]): ImportPlan =>
  buildPreview(programme, files, 1, today)
