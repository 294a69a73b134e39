import { describe, expect, it } from 'vitest'
import { makeCollectStore } from '../../../renderer/collect/collectStore.ts'
import { shownRows } from '../../../renderer/collect/reviewItems.ts'
import { stopsOf } from '../../../renderer/collect/reviewRows.ts'
import type { ImportAnswers } from '../../../shared/import/importAnswers.ts'
import { err } from '../../../shared/result.ts'
import { aChange, aFile, aPreview, aRow } from './aPreview.ts'
import { core, previewed, review } from './core.ts'

/** A clean row, a question of two fields, and a row that fits no action, in the order of the sheet. */
const clean = aRow({ row: 2 })
const asks = aRow({
  row: 3,
  ref: '1.1.2',
  outcome: 'conflict',
  changes: [aChange(), aChange({ field: 'completion' })],
})
const unmatched = aRow({ row: 1, ref: null, outcome: 'unmatched', matchedBy: 'none', changes: [] })
const document = aPreview(aFile({ rows: [unmatched, clean, asks] }))

const matched = aRow({
  row: 1,
  ref: '1.1.3',
  outcome: 'changed',
  matchedBy: 'hand',
  answer: { kind: 'action', reason: null, remembered: null },
})
const answered = aPreview(aFile({ rows: [matched, clean, asks] }))

async function begun(more: Parameters<typeof core>[0] = {}) {
  const { call, asked } = core({ 'import.preview': () => previewed(document), ...more })
  const store = makeCollectStore(call)
  await store.getState().preview(['/files/WG1 update.xlsx'])
  return { store, asked, state: store.getState }
}

describe('the order of the queue', () => {
  it('is that of the cards on screen: what needs a person first, whatever row of the file it is', async () => {
    const { store, state } = await begun()
    state().toggle('changed')
    expect(stopsOf(shownRows(review(store))).map((s) => s.field)).toEqual([
      null,
      'progress',
      'completion',
      'progress',
    ])
    const rows = [review(store).cursor?.rowKey]
    for (let i = 0; i < 3; i += 1) {
      state().move(1)
      rows.push(review(store).cursor?.rowKey)
    }
    expect(rows.map((key) => key?.split('\u001F')[2])).toEqual(['1', '3', '3', '2'])
    state().move(-1)
    expect(review(store).cursor?.field).toBe('completion')
  })

  it('keeps the place where the clean rows are shown or folded away', async () => {
    const { store, state } = await begun()
    state().move(1)
    state().toggle('changed')
    expect(review(store).cursor?.field).toBe('progress')
  })
})

describe('taking decisions back', () => {
  it('takes the last one back, then the one before, and stands where it was taken', async () => {
    const { store, state } = await begun()
    state().takeClean()
    state().move(1)
    state().decideHere('both')
    state().decideHere('current')
    expect(review(store).history.map((s) => s.said)).toEqual([
      'Taken: 1 clean row.',
      'Both kept: progress of 1.1.2.',
      'Kept: completion date of 1.1.2.',
    ])
    await state().undoDecision()
    expect(review(store).said).toBe('Undone: Kept: completion date of 1.1.2.')
    expect(review(store).cursor?.field).toBe('completion')
    expect([...review(store).choices.values()].map((c) => c.take)).toEqual(['both'])
    await state().undoDecision()
    await state().undoDecision()
    expect(review(store)).toMatchObject({ cleanTaken: false, history: [] })
    expect(review(store).choices.size).toBe(0)
    await state().undoDecision()
    expect(review(store).history).toEqual([])
  })

  it('takes a match by hand back by planning without it', async () => {
    const plans: ImportAnswers[] = []
    const { store, state } = await begun({
      'import.replan': ({ answers }: { answers: ImportAnswers }) => {
        plans.push(answers)
        return previewed(answers.rows.length > 0 ? answered : document, `plan-${plans.length + 1}`)
      },
    })
    const row = review(store).rows.find((r) => r.row.row === 1)!
    state().decide(review(store).rows[2]!.key, 'progress', 'returned')
    expect(await state().answerRow(row.key, { kind: 'action', actionId: 'a3' }, 'Matched with 1.1.3.')).toBe(
      true,
    )
    expect(plans[0]?.rows).toEqual([
      { file: 'WG1 update.xlsx', sheet: 'WG1', row: 1, as: { kind: 'action', actionId: 'a3' } },
    ])
    expect(review(store)).toMatchObject({ planId: 'plan-2', said: 'Matched with 1.1.3.' })
    expect(review(store).choices.size).toBe(1)
    await state().undoDecision()
    expect(plans[1]?.rows).toEqual([])
    expect(review(store)).toMatchObject({ planId: 'plan-3', said: 'Undone: Matched with 1.1.3.' })
    expect(review(store).choices.size).toBe(1)
  })

  it('leaves everything where an answer is refused, and says why', async () => {
    const refusal = { code: 'invalid-input', where: 'answers', message: 'The reference is taken.' } as const
    const { store, state } = await begun({ 'import.replan': () => err(refusal) })
    const row = review(store).rows.find((r) => r.row.row === 1)!
    state().open({ kind: 'match', rowKey: row.key })
    expect(await state().answerRow(row.key, { kind: 'new', objectiveId: 'o1', ref: '1.1.1' }, 'New.')).toBe(
      false,
    )
    expect(review(store)).toMatchObject({ planId: 'plan-1', busy: 'no', error: refusal, history: [] })
    expect(review(store).dialog).toEqual({ kind: 'match', rowKey: row.key })
  })
})

describe('deciding', () => {
  it('keeps both only of texts, and writes a person’s own value', async () => {
    const { store, state } = await begun()
    const { key } = review(store).rows.find((r) => r.row.row === 3)!
    state().decide(key, 'completion', 'both')
    expect(review(store).choices.size).toBe(0)
    state().edit({ rowKey: key, field: 'completion' })
    state().decide(key, 'completion', 'edited', 'end of March 2020')
    expect([...review(store).choices.values()]).toEqual([
      {
        file: 'WG1 update.xlsx',
        sheet: 'WG1',
        row: 3,
        field: 'completion',
        take: 'edited',
        value: 'end of March 2020',
      },
    ])
    expect(review(store).editing).toBe(null)
  })

  it('goes on with what an import left open, and commits it under its own plan', async () => {
    const { call, asked } = core({
      'import.resume': () => previewed(document, 'plan-9'),
      'import.commit': () => err({ code: 'stale-plan' }),
    })
    const store = makeCollectStore(call)
    await store.getState().resume('i1')
    await store.getState().commit()
    expect(asked.map((a) => a.input)).toEqual([{ importId: 'i1' }, { planId: 'plan-9', choices: [] }])
    await store.getState().previewAgain()
    expect(asked.at(-1)).toEqual({ name: 'import.resume', input: { importId: 'i1' } })
  })

  it('says a file that still has no table where its columns are set', async () => {
    const refused = {
      file: 'Rooms.xlsx',
      error: { code: 'no-plan-table', message: '“Rooms.xlsx”: no table.' },
    }
    const { store, state } = await begun({
      'import.preview': () => previewed(aPreview(refused)),
      'import.replan': () => previewed(aPreview(refused), 'plan-2'),
    })
    state().open({ kind: 'columns', file: 'Rooms.xlsx' })
    await state().setColumns({ file: 'Rooms.xlsx', sheet: 'S', headerRow: 2, columns: [], name: null })
    expect(review(store).dialog).toEqual({ kind: 'columns', file: 'Rooms.xlsx' })
    expect(review(store).answers.mappings).toHaveLength(1)
  })
})

describe('a field given twice', () => {
  const twice = aRow({
    row: 3,
    outcome: 'conflict',
    changes: [aChange({ also: [{ file: 'WG1 update.xlsx', sheet: 'WG1', row: 4, value: 'amber' }] })],
  })
  const other = aRow({
    row: 4,
    outcome: 'conflict',
    changes: [aChange({ also: [{ file: 'WG1 update.xlsx', sheet: 'WG1', row: 3, value: 'green' }] })],
  })

  it('is settled by one answer, and the last one counts', async () => {
    const { store, state } = await begun({
      'import.preview': () => previewed(aPreview(aFile({ rows: [twice, other] }))),
    })
    const takes = () => [...review(store).choices.values()].map((c) => [c.row, c.take])
    const [first, second] = review(store).rows
    const { field } = twice.changes[0]!
    state().decide(first!.key, field, 'returned')
    expect(takes()).toEqual([
      [3, 'returned'],
      [4, 'current'],
    ])
    state().decide(second!.key, field, 'returned')
    expect(takes()).toEqual([
      [3, 'current'],
      [4, 'returned'],
    ])
  })
})

describe('what nobody could read', () => {
  const unread = aRow({
    row: 3,
    outcome: 'invalid',
    changes: [aChange({ invalid: true, resolution: 'ask' })],
  })

  it('is kept out or written, never taken', async () => {
    const { store, state } = await begun({
      'import.preview': () => previewed(aPreview(aFile({ rows: [unread] }))),
    })
    const [row] = review(store).rows
    const { field } = unread.changes[0]!
    state().decide(row!.key, field, 'returned')
    state().decideAll('returned')
    expect(review(store).choices.size).toBe(0)
    state().decide(row!.key, field, 'current')
    expect(review(store).choices.size).toBe(1)
  })
})
