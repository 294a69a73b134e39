import { describe, expect, it } from 'vitest'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import type { WriteDb } from '../../electron/db/types.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { planImport } from '../../electron/import/planImport.ts'
import { currentValues } from '../../shared/import/currentValues.ts'
import type { Decisions } from '../../shared/import/decideFields.ts'
import { isRefused } from '../../shared/import/importPlan.ts'
import { dueOf } from '../../shared/view/programme.ts'
import { aDate, aDraft } from './aDraft.ts'
import { aFile, aPlan, aProgramme } from './aMerge.ts'
import { aParsedFile, aStore, writer } from './aStore.ts'

const options = { sender: 'Lead A', period: null, today: '2020-02-14' }
const noDay = aDate('30/02/2027')
const noPercent = { text: '140', earliest: null, latest: null, precision: 'unread' }

const unreadable = () =>
  aParsedFile([
    aDraft(
      2,
      { ref: '1.3.2', completion: '30/02/2027' },
      {
        invalid: ['completion', 'percentComplete'],
        unread: { percentComplete: '140' },
        problems: [{ code: 'percent-unread', cell: 'L2', message: '“140” is more than 100.' }],
      },
    ),
  ])

function rowOf(db: WriteDb, file: ReturnType<typeof unreadable>) {
  const plan = planImport(db, [file], options)
  const [planned] = plan.files
  if (!planned || isRefused(planned)) throw new Error('refused')
  return { plan, row: planned.preview.rows[0]! }
}

const choose = (take: 'returned' | 'current' | 'both', field: 'completion' | 'percentComplete') =>
  ({ file: 'Tracker.xlsx', sheet: 'Tracker', row: 2, field, take }) as const

describe('what nobody could read', () => {
  it('is asked about, to be written or kept out, and no reason is missed for it', () => {
    const { db } = aStore()
    const { row } = rowOf(db, unreadable())
    expect(row).toMatchObject({ outcome: 'invalid', ref: '1.3.2' })
    expect(row.changes).toMatchObject([
      { field: 'completion', returned: noDay, resolution: 'ask', invalid: true },
      { field: 'percentComplete', returned: noPercent, current: null, resolution: 'ask', invalid: true },
    ])
    expect(row.problems.map((p) => p.code)).toEqual(['percent-unread'])
  })

  it('is taken by no rule and by no choice', () => {
    const { db } = aStore()
    const file = unreadable()
    const due = dueOf(loadProgramme(db, options.today).actionByRef.get('1.3.2')!)
    const { plan } = rowOf(db, file)
    for (const take of ['returned', 'both'] as const)
      expect(() => commitImport(db, plan, { choices: [choose(take, 'completion')] }, writer)).toThrow(
        'What came back can’t be read. Write the value, or keep the programme’s.',
      )
    expect(commitImport(db, plan, { take: 'returned' }, writer).files[0]).toMatchObject({
      committed: { rows: 0, fields: 0 },
    })
    expect(dueOf(loadProgramme(db, options.today).actionByRef.get('1.3.2')!)).toEqual(due)
    expect(rowOf(db, file).row).toMatchObject({ stillOpen: ['completion', 'percentComplete'] })
  })

  it('is asked once: kept out or written, the same file asks nothing again', () => {
    const { db } = aStore()
    const file = unreadable()
    const decisions: Partial<Decisions> = {
      choices: [
        choose('current', 'completion'),
        { ...choose('current', 'percentComplete'), take: 'edited', value: 40 },
      ],
    }
    commitImport(db, rowOf(db, file).plan, decisions, writer)
    const now = currentValues(loadProgramme(db, options.today).actionByRef.get('1.3.2')!).values
    expect(now).toMatchObject({ percentComplete: 40, completion: aDate('March 2020') })
    const { row } = rowOf(db, file)
    expect(row.outcome).toBe('unchanged')
    expect(row.stillOpen).toBeUndefined()
    const corrected = aParsedFile([
      aDraft(2, { ref: '1.3.2', completion: '28/02/2027', percentComplete: 50 }),
    ])
    expect(rowOf(db, corrected).row.changes.map((c) => [c.field, c.invalid])).toEqual([
      ['completion', undefined],
      ['percentComplete', undefined],
    ])
  })

  it('makes no part of a new action', () => {
    const { db } = aStore()
    const file = aParsedFile([
      aDraft(
        2,
        { action: 'Run a SEND drop-in at six children’s centres', completion: '30/02/2027' },
        { invalid: ['completion', 'percentComplete'], unread: { percentComplete: '140' } },
      ),
    ])
    const as = { kind: 'new', objectiveId: 'objective-1.3', ref: '1.3.99' } as const
    const answers = {
      rows: [{ file: file.file, sheet: 'Tracker', row: 2, as }],
      mappings: [],
      files: [],
    }
    const plan = planImport(db, [file], { ...options, answers })
    commitImport(db, plan, { take: 'returned' }, writer)
    const made = loadProgramme(db, options.today).actionByRef.get('1.3.99')!
    expect(made.action.completion).toBeNull()
  })
})

describe('what was only printed', () => {
  it('contradicts no other row of the batch', () => {
    const programme = aProgramme()
    const printed = aDraft(2, { ref: '1.3.2', completion: 'March 2020' }, { printed: ['completion'] })
    const other = aDraft(3, { ref: '1.3.2', completion: 'May 2020' })
    const plan = aPlan(programme, [
      aFile(programme, [printed], { file: 'A.xlsx' }),
      aFile(programme, [other], { file: 'B.xlsx' }),
    ])
    const rows = plan.document.files.flatMap((f) => ('error' in f ? [] : f.rows))
    expect(rows.map((r) => r.changes.map((c) => c.resolution))).toEqual([[], ['ask']])
  })
})
