import { describe, expect, it } from 'vitest'
import { makeCollectStore, type Review, shownRows } from '../../../renderer/collect/collectStore.ts'
import { makePastImportsStore } from '../../../renderer/collect/pastImportsStore.ts'
import type { Client } from '../../../renderer/ipc/client.ts'
import type { PreviewDocument } from '../../../shared/import/previewDocument.ts'
import { err, ok } from '../../../shared/result.ts'
import { aChange, aFile, aPreview, aRow } from './aPreview.ts'

type Asked = { readonly name: string; readonly input: unknown }

/** A core that answers from a table, and remembers what it was asked. */
function core(answers: Readonly<Record<string, (input: unknown) => unknown>>): {
  call: Client
  asked: Asked[]
} {
  const asked: Asked[] = []
  const call = ((name: string, input: unknown) => {
    asked.push({ name, input })
    const answer = answers[name]
    if (!answer) throw new Error(`not asked for in this test: ${name}`)
    return Promise.resolve(answer(input))
  }) as Client
  return { call, asked }
}

const previewed = (document: PreviewDocument, planId = 'plan-1') =>
  ok({ planId, document, deliverySteps: [], impactSteps: [] })

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

const review = (store: ReturnType<typeof makeCollectStore>): Review => {
  const { flow } = store.getState()
  if (flow.step !== 'review') throw new Error(`expected a review, found ${flow.step}`)
  return flow
}

describe('collecting', () => {
  it('reads chosen files, and stands on the first thing to decide', async () => {
    const { call } = core({
      'import.choose': () => ok(['/files/WG1 update.xlsx']),
      'import.preview': () => previewed(twoRows),
    })
    const store = makeCollectStore(call)
    await store.getState().choose()
    expect(review(store).rows).toHaveLength(3)
    expect(shownRows(review(store)).map((r) => r.row.row)).toEqual([2, 3])
    expect(review(store).cursor?.field).toBe(null)
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
    store.getState().move(1)
    expect(review(store).cursor?.field).toBe('progress')
    store.getState().decideHere('returned')
    store.getState().move(1)
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

  it('takes no answer to a field that nobody was asked about', async () => {
    const { call } = core({ 'import.preview': () => previewed(twoRows) })
    const store = makeCollectStore(call)
    await store.getState().preview(['/files/WG1 update.xlsx'])
    const row = review(store).rows.find((r) => r.row.row === 2)!
    store.getState().decide(row.key, 'progress', 'current')
    expect(review(store).choices.size).toBe(0)
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

  it('drops the answer of a reading that was cancelled', async () => {
    const { call } = core({ 'import.preview': () => previewed(twoRows) })
    const store = makeCollectStore(call)
    const reading = store.getState().preview(['/files/WG1 update.xlsx'])
    store.getState().leave()
    await reading
    expect(store.getState().flow.step).toBe('start')
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
    await store.getState().undo('i1')
    expect(store.getState().undone).toEqual({
      file: 'WG1 update.xlsx',
      result: { importId: 'i1', restored: 3, kept },
    })
    expect(asked.map((a) => a.name)).toEqual(['import.list', 'import.undo', 'import.list'])
  })
})
