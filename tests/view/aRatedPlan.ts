import { cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import type { Row, Tables } from '../../shared/model/entities.ts'
import { indexProgramme, type Programme } from '../../shared/view/programme.ts'

export const today = '2020-02-14'

type Given = {
  /** Delivery ratings by ref, in the order they were given. */
  readonly delivery?: readonly (readonly [ref: string, code: string, at: string])[]
  readonly impact?: readonly (readonly [ref: string, code: string, at: string])[]
  readonly updates?: readonly (readonly [ref: string, at: string, progress: string])[]
  readonly moved?: readonly (readonly [ref: string, text: string, latest: string])[]
  readonly assessments?: readonly Pick<Row<'assessment'>, 'periodId' | 'groupId' | 'delivery' | 'impact'>[]
  readonly periods?: readonly Row<'period'>[]
}

/** The Cumbria plan with what a test adds to it, as views read it on 14 February 2020. */
export function aRatedPlan(given: Given = {}): Programme {
  const tables = cumbriaTables()
  const idOf = (ref: string): string => tables.action.find((a) => a.ref === ref)!.id
  const rating = (kind: 'delivery' | 'impact', [ref, code, at]: readonly [string, string, string]) => ({
    ...row(),
    actionId: idOf(ref),
    kind,
    code,
    reason: `because ${code}`,
    at,
    by: 'Lead A',
    periodId: null,
    importId: null,
  })
  const all: Tables = {
    ...tables,
    rating: [
      ...(given.delivery ?? []).map((r) => rating('delivery', r)),
      ...(given.impact ?? []).map((r) => rating('impact', r)),
    ],
    update: [...tables.update, ...(given.updates ?? []).map((u) => update(idOf, u))],
    dateChange: (given.moved ?? []).map((m) => dateChange(idOf, m)),
    assessment: (given.assessments ?? []).map((a) => ({
      ...row(),
      priorityId: null,
      reason: null,
      commentary: null,
      ...a,
    })),
    period: given.periods ?? [],
  }
  return indexProgramme(all, today)
}

let rows = 0
const row = () => ({ id: `given-${++rows}`, retiredAt: null })

function update(
  idOf: (ref: string) => string,
  [ref, at, progress]: readonly [string, string, string],
): Row<'update'> {
  return {
    ...row(),
    actionId: idOf(ref),
    groupId: null,
    periodId: null,
    at,
    by: 'Lead A',
    source: 'email',
    sourceNote: null,
    progress,
    nextSteps: null,
    issues: null,
    evidence: null,
    percentComplete: 40,
    importId: null,
  }
}

function dateChange(
  idOf: (ref: string) => string,
  [ref, text, latest]: readonly [string, string, string],
): Row<'dateChange'> {
  return {
    ...row(),
    actionId: idOf(ref),
    completion: { text, earliest: latest, latest, precision: 'month' },
    reason: 'recommissioned later',
    approvedBy: null,
    approvedOn: null,
    at: '2020-02-10',
    by: 'Lead A',
    importId: null,
  }
}
