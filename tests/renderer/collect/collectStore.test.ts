import { describe, expect, it } from 'vitest'
import { makeCollectStore } from '../../../renderer/collect/collectStore.ts'
import { makePastImportsStore } from '../../../renderer/collect/pastImportsStore.ts'
import { shownRows } from '../../../renderer/collect/reviewItems.ts'
import { err, ok } from '../../../shared/result.ts'
import { aChange, aFile, aPreview, aRow } from './aPreview.ts'
import { core, previewed, review } from './core.ts'

const twoRows = aPreview(
  aFile({
    rows: [
      aRow({ row: 2 }),
      aRow({
        row: 3,
        ref: '1.1.2',
        outcome: 'conflict',
        changes: [aChange({ field: 'progress' }), aChange({ field: 'issues' })],
      }),
      aRow({ row: 4, ref: '1.1.3', outcome: 'unchanged', changes: [] }),
    ],
  }),
)

describe('collecting', () => {
  it('reads chosen files, and stands on the first thing to decide', async () => {
    const { call } = core({
      'import.choose': () => ok(['/files/WG1 update.xlsx']),
      'import.preview': () => previewed(twoRows),
    })
    const store = makeCollectStore(call)
    await store.getState().choose()
    expect(review(store).rows).toHaveLength(3)
    expect(shownRows(review(store)).map((r) => r.row.row)).toEqual([3])
    expect(review(store).cursor?.field).toBe('progress')
  })

  it('stays where it is when no file was chosen', async () => {
    const { call, asked } = core({ 'import.choose': () => ok([]) })
    const store = makeCollectStore(call)
    await store.getState().choose()
    expect(store.getState().flow).toEqual({ step: 'start', error: null })
    expect(asked.map((a) => a.name)).toEqual(['import.choose'])
  })

  it('decides by keyboard, and commits the decisions with the plan that was previewed', async () => {
    const { call, asked } = core({
      'import.preview': () => previewed(twoRows),
      'import.commit': () => ok({ ...twoRows, files: [] }),
    })
    const store = makeCollectStore(call)
    await store.getState().preview(['/files/WG1 update.xlsx'])
    expect(review(store).cursor?.field).toBe('progress')
    store.getState().decideHere('returned')
    expect(review(store).cursor?.field).toBe('issues')
    store.getState().decideHere('current')
    store.getState().move(1)
    expect(review(store).cursor?.field).toBe('issues')
    await store.getState().commit()
    expect(asked.at(-1)).toEqual({
      name: 'import.commit',
      input: {
        planId: 'plan-1',
        choices: [
          { file: 'WG1 update.xlsx', sheet: 'WG1', row: 3, field: 'progress', take: 'returned' },
          { file: 'WG1 update.xlsx', sheet: 'WG1', row: 3, field: 'issues', take: 'current' },
        ],
      },
    })
    expect(store.getState().flow.step).toBe('done')
  })

  it('answers the rest at once without changing what was decided', async () => {
    const { call } = core({ 'import.preview': () => previewed(twoRows) })
    const store = makeCollectStore(call)
    await store.getState().preview(['/files/WG1 update.xlsx'])
    const row = review(store).rows.find((r) => r.row.row === 3)!
    store.getState().decide(row.key, 'issues', 'current')
    store.getState().decideAll('returned')
    expect([...review(store).choices.values()].map((c) => [c.field, c.take])).toEqual([
      ['issues', 'current'],
      ['progress', 'returned'],
    ])
  })

  it('keeps a clean value out, and takes no answer to a field that is not there', async () => {
    const { call } = core({ 'import.preview': () => previewed(twoRows) })
    const store = makeCollectStore(call)
    await store.getState().preview(['/files/WG1 update.xlsx'])
    const row = review(store).rows.find((r) => r.row.row === 2)!
    store.getState().decide(row.key, 'issues', 'current')
    expect(review(store).choices.size).toBe(0)
    store.getState().decide(row.key, 'progress', 'current')
    expect([...review(store).choices.values()].map((c) => c.take)).toEqual(['current'])
  })

  it('keeps the review when a commit is refused, and the answers that still fit when it is read again', async () => {
    let times = 0
    const { call } = core({
      'import.preview': () => {
        times += 1
        if (times === 1) return previewed(twoRows)
        const rows = aFile().rows.concat(
          aRow({
            row: 3,
            ref: '1.1.2',
            outcome: 'conflict',
            changes: [
              aChange({ field: 'progress', current: 'Edited meanwhile.' }),
              aChange({ field: 'issues' }),
            ],
          }),
        )
        return previewed(aPreview(aFile({ rows })), 'plan-2')
      },
      'import.commit': () => err({ code: 'stale-plan' }),
    })
    const store = makeCollectStore(call)
    await store.getState().preview(['/files/WG1 update.xlsx'])
    store.getState().decideAll('returned')
    await store.getState().commit()
    expect(review(store).error).toEqual({ code: 'stale-plan' })
    expect(review(store).choices.size).toBe(2)
    await store.getState().previewAgain()
    expect(review(store).planId).toBe('plan-2')
    expect([...review(store).choices.values()].map((c) => c.field)).toEqual(['issues'])
  })

  it('stops a reading for good, and says so', async () => {
    let cancel: (answer: unknown) => void = () => undefined
    const { call, asked } = core({
      'import.preview': () => new Promise((resolve) => (cancel = resolve)),
      'import.cancel': () => {
        cancel(err({ code: 'cancelled' }))
        return ok(null)
      },
    })
    const store = makeCollectStore(call)
    const reading = store.getState().preview(['/files/WG1 update.xlsx'])
    store.getState().progress({ done: 1, total: 2, file: 'WG1 update.xlsx', step: 'reading' })
    expect(store.getState().flow).toMatchObject({ step: 'reading', files: ['WG1 update.xlsx'] })
    await store.getState().stop()
    await reading
    expect(asked.map((a) => a.name)).toEqual(['import.preview', 'import.cancel'])
    expect(store.getState().flow).toEqual({ step: 'start', error: { code: 'cancelled' } })
  })
})

describe('past imports', () => {
  it('takes one back, says what was kept, and reads the list again', async () => {
    const one = { id: 'i1', file: 'WG1 update.xlsx', at: '2020-02-04T10:00:00Z' }
    const kept = [{ ref: '1.1.1', field: 'progress', value: 'Edited.', why: 'Edited since.' }]
    const { call, asked } = core({
      'import.list': () => ok([one]),
      'import.undo': () => ok({ importId: 'i1', restored: 3, kept }),
    })
    const store = makePastImportsStore(call)
    await store.getState().load()
    await store.getState().undo(['i1'])
    expect(store.getState().undone).toEqual([
      { file: 'WG1 update.xlsx', result: { importId: 'i1', restored: 3, kept } },
    ])
    expect(asked.map((a) => a.name)).toEqual(['import.list', 'import.undo', 'import.list'])
  })

  it('takes a batch back from its end, and keeps what was done before one was refused', async () => {
    const { call, asked } = core({
      'import.list': () => ok([]),
      'import.undo': ({ importId }: { importId: string }) =>
        importId === 'i1'
          ? err({ code: 'not-found', what: 'the import' })
          : ok({ importId, restored: 1, kept: [] }),
    })
    const store = makePastImportsStore(call)
    await store.getState().undo(['i1', 'i2', 'i3'])
    expect(asked.map((a) => a.input)).toEqual([
      { importId: 'i3' },
      { importId: 'i2' },
      { importId: 'i1' },
      {},
    ])
    expect(store.getState().undone?.map((u) => u.result.importId)).toEqual(['i3', 'i2'])
    expect(store.getState().error).toEqual({ code: 'not-found', what: 'the import' })
  })
})
