import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { planImport, type ImportOptions, type ParsedFile } from '../../electron/import/planImport.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import { currentValues } from '../../shared/import/currentValues.ts'
import { noAnswers, type RowAnswer } from '../../shared/import/importAnswers.ts'
import { isRefused, type ImportPlan } from '../../shared/import/importPlan.ts'
import { placesForActions } from '../../shared/import/placesForActions.ts'
import type { Choice } from '../../shared/import/previewDocument.ts'
import type { Draft, FieldValue } from '../../shared/workbook/draft.ts'
import { aDate, aDraft } from './aDraft.ts'
import { aParsedFile, aStore, liveRows, writer } from './aStore.ts'

const options: ImportOptions = { sender: 'Lead A', period: null, today: '2020-02-14' }
const later = { actor: 'Programme manager', at: '2020-02-20T10:00:00.000Z' }
const refs = ['1.1.1', '1.1.2', '2.1.1', '2.1.2', '3.1.1', '4.1.1'] as const

const text = fc.constantFrom(
  'Begun',
  'Finished, and said so',
  'Waiting for figures',
  'Paper goes to the board',
)
type Values = Omit<Parameters<typeof aDraft>[1], 'ref'>
type Odd = readonly (readonly [Values, 'action' | 'new' | 'set-aside'])[]

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined })
const values: fc.Arbitrary<Values> = fc.record({
  progress: optional(text),
  nextSteps: optional(text),
  issues: optional(text),
  deliveryRating: optional(fc.constantFrom('green', 'amber', 'red')),
  impactRating: optional(fc.constantFrom('none', 'emerging')),
  percentComplete: optional(fc.constantFrom(10, 50, 90)),
  completion: optional(fc.constantFrom('March 2021', 'June 2021')),
  leads: optional(fc.constantFrom<string[]>(['Lead A'], ['Lead A', 'Lead B'])),
  measureOfSuccess: optional(text),
})

/** Rows of the plan by their reference, and rows that only a person can place. */
const known = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...refs), values), { selector: ([ref]) => ref, maxLength: 4 })
  .map((rows) => rows.map(([ref, v], i) => aDraft(i + 2, { ref, ...v })))
const strange: fc.Arbitrary<Odd> = fc.array(
  fc.tuple(values, fc.constantFrom('action' as const, 'new' as const, 'set-aside' as const)),
  { maxLength: 2 },
)
const wording = ['Open a drop-in centre for families', 'Print leaflets for pharmacies']

type Batch = { readonly file: ParsedFile; readonly answers: readonly RowAnswer[] }

/** A file with what a person says of its strange rows; hand matches go to an action that no other row is about. */
function aBatch(db: WriteDb, drafts: readonly Draft[], odd: Odd): Batch {
  const programme = loadProgramme(db, options.today)
  const [place] = placesForActions(programme)
  const free = ['5.1.1', '5.1.2'].map((ref) => programme.actionByRef.get(ref)?.action.id ?? '')
  const rows = odd.map(([v], i) => aDraft(20 + i, { ...v, action: wording[i] }))
  const file = aParsedFile([...drafts, ...rows])
  const answers = odd.map(([, kind], i): RowAnswer => {
    const at = { file: file.file, sheet: 'Tracker', row: 20 + i }
    if (kind === 'action') return { ...at, as: { kind, actionId: free[i] ?? '' } }
    if (kind === 'set-aside') return { ...at, as: { kind, reason: 'Not ours' } }
    const ref = `${place?.objective.ref}.${90 + i}`
    return { ...at, as: { kind: 'new', objectiveId: place?.objective.id ?? '', ref } }
  })
  return { file, answers }
}

/** Decides everything, in turn by the seed: the returned value, the programme's, both, or one of one's own. */
function decideAll(plan: ImportPlan, seed: readonly number[]): readonly Choice[] {
  const choices: Choice[] = []
  for (const file of plan.files) {
    if (isRefused(file)) continue
    for (const { row } of file.rows)
      for (const { field, returned, resolution } of row.changes) {
        const n = seed[choices.length % seed.length] ?? 0
        const at = { file: file.source.file, sheet: row.sheet, row: row.row, field }
        const own = ownValue(field, returned)
        if (n === 1) choices.push({ ...at, take: 'current' })
        else if (n === 2 && joinable.has(field)) choices.push({ ...at, take: 'both' })
        else if (n === 3 && own !== undefined) choices.push({ ...at, take: 'edited', value: own })
        else if (resolution !== 'take-returned') choices.push({ ...at, take: 'returned' })
      }
  }
  return choices
}

const joinable = new Set<string>(['progress', 'nextSteps', 'issues'])

function ownValue(field: string, returned: FieldValue | null): FieldValue | undefined {
  if (field === 'completion') return 'Autumn term 2021'
  if (field === 'deliveryRating') return 'blue'
  if (field === 'percentComplete') return 75
  return typeof returned === 'string' && joinable.has(field) ? `${returned}, as agreed by phone` : undefined
}

const seeds = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 })
const plan = (db: WriteDb, { file, answers }: Batch, more: Partial<ImportOptions> = {}): ImportPlan =>
  planImport(db, [file], { ...options, ...more, answers: { ...noAnswers, rows: [...answers] } })

function commit(db: WriteDb, planned: ImportPlan, choices: readonly Choice[] = []): readonly string[] {
  return commitImport(db, planned, { choices, take: 'returned' }, writer).files.flatMap((f) =>
    'importId' in f && f.importId !== null ? [f.importId] : [],
  )
}

/** Every value of every action, by reference and field. */
function valuesNow(db: WriteDb): ReadonlyMap<string, unknown> {
  const { actions } = loadProgramme(db, options.today)
  return new Map(
    actions.flatMap((e) =>
      Object.entries(currentValues(e).values).map(([f, v]) => [`${e.action.ref} ${f}`, v] as const),
    ),
  )
}

describe('the laws of an import', () => {
  it('commit then undo is the identity, whatever was matched by hand, made, edited or joined; again it changes nothing', () => {
    const { db } = aStore()
    const before = liveRows(db)
    fc.assert(
      fc.property(known, strange, seeds, (drafts, odd, seed) => {
        const batch = aBatch(db, drafts, odd)
        const planned = plan(db, batch)
        const [importId] = commit(db, planned, decideAll(planned, seed))
        const again = planImport(db, [batch.file], options)
        expect(again.document.totals).toMatchObject({ changed: 0, conflict: 0, new: 0, unmatched: 0 })
        expect(commitImport(db, again, { take: 'returned' }, writer).files).toMatchObject([
          { committed: { rows: 0, fields: 0 } },
        ])
        expect(undoImport(db, importId ?? '', later).kept).toEqual([])
        expect(liveRows(db)).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })

  it('never changes a field that nobody changed', () => {
    const { db } = aStore()
    fc.assert(
      fc.property(known, strange, seeds, (drafts, odd, seed) => {
        const batch = aBatch(db, drafts, odd)
        const planned = plan(db, batch)
        const offered = new Set(
          planned.document.files.flatMap((f) =>
            isRefused(f) ? [] : f.rows.flatMap((r) => r.changes.map((c) => `${r.ref} ${c.field}`)),
          ),
        )
        const made = new Set(batch.answers.flatMap((a) => (a.as.kind === 'new' ? [a.as.ref] : [])))
        const before = valuesNow(db)
        const [importId] = commit(db, planned, decideAll(planned, seed))
        const after = valuesNow(db)
        const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
          (k) => JSON.stringify(before.get(k)) !== JSON.stringify(after.get(k)),
        )
        const follows = (k: string): boolean => /revisedCompletion|updatedOn$/u.test(k)
        expect(
          changed.filter((k) => !offered.has(k) && !made.has(k.split(' ')[0] ?? '') && !follows(k)),
        ).toEqual([])
        undoImport(db, importId ?? '', later)
      }),
      { numRuns: 15 },
    )
  })

  it('gives the same programme in any order of files that don’t contradict each other', () => {
    const { db } = aStore()
    fc.assert(
      fc.property(known, (drafts) => {
        const half = Math.ceil(drafts.length / 2)
        const one = aParsedFile(drafts.slice(0, half), 'One.xlsx', 'One')
        const two = aParsedFile(drafts.slice(half), 'Two.xlsx', 'Two')
        const run = (files: readonly ParsedFile[]) => {
          const ids = commit(db, planImport(db, files, options))
          const values = valuesNow(db)
          for (const id of ids.toReversed()) undoImport(db, id, later)
          return values
        }
        const forth = run([one, two])
        expect(run([two, one])).toEqual(forth)
      }),
      { numRuns: 12 },
    )
  })

  it('keeps texts of two workbooks and the programme’s, each once', () => {
    const { db } = aStore()
    const told = aParsedFile([aDraft(2, { ref: '2.1.1', progress: 'Begun' })], 'First.xlsx')
    commit(db, planImport(db, [told], options))
    const files = ['One.xlsx', 'Two.xlsx'].map((name, i) =>
      aParsedFile(
        [aDraft(2, { ref: '2.1.1', progress: `Said by ${i + 1}`, completion: aDate('June 2021') })],
        name,
      ),
    )
    const planned = planImport(db, files, { ...options, sender: null })
    const both = files.map(({ file }): Choice => ({
      file,
      sheet: 'Tracker',
      row: 2,
      field: 'progress',
      take: 'both',
    }))
    commit(db, planned, both)
    expect(valuesNow(db).get('2.1.1 progress')).toBe('Begun\n\nSaid by 1\n\nSaid by 2')
  })

  it.each(['both', 'current', 'returned'] as const)(
    'asks nothing again of an action given twice that was settled: %s',
    (take) => {
      const { db } = aStore()
      const file = aParsedFile([
        aDraft(2, { ref: '2.1.1', progress: 'Begun' }),
        aDraft(3, { ref: '2.1.1', progress: 'Not begun' }),
      ])
      const planned = planImport(db, [file], options)
      expect(planned.document.totals.conflict).toBe(2)
      const at = { file: file.file, sheet: 'Tracker', field: 'progress' as const }
      const choices: readonly Choice[] = [
        { ...at, row: 2, take },
        { ...at, row: 3, take: take === 'both' ? 'both' : 'current' },
      ]
      const before = valuesNow(db).get('2.1.1 progress')
      commit(db, planned, choices)
      const after = { both: 'Begun\n\nNot begun', current: before, returned: 'Begun' }
      expect(valuesNow(db).get('2.1.1 progress')).toBe(after[take])
      const again = planImport(db, [file], options)
      expect(again.document.totals).toMatchObject({ unchanged: 2, conflict: 0 })
    },
  )
})
