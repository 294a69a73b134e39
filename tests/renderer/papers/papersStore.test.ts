import { describe, expect, it } from 'vitest'
import type { Client } from '../../../renderer/ipc/client.ts'
import { makePapersStore, type PaperOptions } from '../../../renderer/papers/papersStore.ts'
import { err, ok } from '../../../shared/result.ts'

const options: PaperOptions = {
  kinds: [
    {
      kind: 'board-paper',
      name: 'Board paper',
      about: '',
      formats: ['docx'],
      needsBoard: true,
      takesGroup: false,
      forPublic: 'asked',
    },
    {
      kind: 'dfe-return',
      name: 'DfE return',
      about: '',
      formats: ['docx', 'xlsx'],
      needsBoard: false,
      takesGroup: false,
      forPublic: 'never',
    },
    {
      kind: 'highlight-report',
      name: 'Highlight report',
      about: '',
      formats: ['docx'],
      needsBoard: false,
      takesGroup: true,
      forPublic: 'asked',
    },
  ],
  groups: [{ number: 3, name: 'Engagement' }],
  boards: [
    { id: 'b1', name: 'Improvement Board' },
    { id: 'b2', name: 'Health and Wellbeing Board' },
  ],
  periods: [
    { id: 'p2', label: '2020-02', name: 'February 2020' },
    { id: 'p1', label: '2019-11', name: 'November 2019' },
  ],
  snapshots: [{ id: 's1', label: 'January', takenAt: '2020-01-31T12:00:00.000Z' }],
}

type Asked = { readonly name: string; readonly input: Record<string, unknown> }

function core(answers: Readonly<Record<string, (input: never) => unknown>>): {
  call: Client
  asked: Asked[]
} {
  const asked: Asked[] = []
  const call = (async (name: string, input: never) => {
    asked.push({ name, input })
    const answer = answers[name]
    if (!answer) throw new Error(`not asked for in this test: ${name}`)
    return await answer(input)
  }) as Client
  return { call, asked }
}

const drawn = (name: string) => ok({ base64: '', name, gaps: [], findings: [] })
const base = { 'paper.options': () => ok(options), 'paper.preview': () => drawn('A paper') }

describe('papers', () => {
  it('begins with the first board, the newest period and now', async () => {
    const { call, asked } = core(base)
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    expect(asked.at(-1)).toEqual({
      name: 'paper.preview',
      input: { kind: 'board-paper', board: 'b1', group: null, period: '2020-02', asAt: null, public: false },
    })
    expect(store.getState().drawn?.name).toBe('A paper')
  })

  it('does not begin with a period that lies ahead', async () => {
    const { call } = core(base)
    const store = makePapersStore(call)
    await store.getState().load('2020-01-31')
    expect(store.getState().choice.period).toBe('2019-11')
  })

  it('keeps what was chosen when the programme has changed', async () => {
    const { call } = core(base)
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    await store.getState().choose({ board: 'b2', period: '2019-11', asAt: 's1' })
    await store.getState().load('2020-02-14')
    expect(store.getState().choice).toEqual({
      kind: 'board-paper',
      board: 'b2',
      group: null,
      period: '2019-11',
      asAt: 's1',
      public: false,
    })
  })

  it('asks for a board only where the paper goes to one', async () => {
    const { call, asked } = core(base)
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    await store.getState().choose({ kind: 'dfe-return' })
    expect(asked.at(-1)?.input['board']).toBe(null)
    await store.getState().choose({ kind: 'board-paper' })
    expect(asked.at(-1)?.input['board']).toBe('b1')
  })

  it('asks for a group only where the paper is about one', async () => {
    const { call, asked } = core(base)
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    await store.getState().choose({ kind: 'highlight-report', group: 3 })
    expect(asked.at(-1)?.input['group']).toBe(3)
    await store.getState().choose({ kind: 'board-paper' })
    expect(asked.at(-1)?.input['group']).toBe(null)
  })

  it('shows the paper that was asked for last, whichever is drawn first', async () => {
    const waiting: ((answer: unknown) => void)[] = []
    const { call } = core({
      ...base,
      'paper.preview': () => new Promise((resolve) => waiting.push(resolve)),
    })
    const store = makePapersStore(call)
    const first = store.getState().load('2020-02-14')
    await expect.poll(() => waiting.length).toBe(1)
    const second = store.getState().choose({ kind: 'dfe-return' })
    waiting[1]?.(drawn('The second'))
    await second
    waiting[0]?.(drawn('The first'))
    await first
    expect(store.getState()).toMatchObject({ drawing: false, drawn: { name: 'The second' } })
  })

  it('says what was saved where, nothing where the person cancelled, and why where it was refused', async () => {
    const answers = [
      ok({ out: '/home/desk/DfE return.docx', sha256: 'aa' }),
      ok(null),
      err({ code: 'file-in-use', path: '/home/desk/DfE return.docx' }),
    ]
    const { call } = core({ ...base, 'paper.save': () => answers.shift() })
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    await store.getState().save('docx')
    expect(store.getState().saved).toEqual({ out: '/home/desk/DfE return.docx', format: 'docx' })
    await store.getState().save('docx')
    expect(store.getState().saved).toBe(null)
    await store.getState().save('docx')
    expect(store.getState().saveError).toEqual({ code: 'file-in-use', path: '/home/desk/DfE return.docx' })
  })

  it('asks for the public only where the kind can be for it', async () => {
    const { call, asked } = core(base)
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    await store.getState().choose({ public: true })
    expect(asked.at(-1)?.input['public']).toBe(true)
    await store.getState().choose({ kind: 'dfe-return' })
    expect(asked.at(-1)?.input['public']).toBe(false)
  })

  it('lists what keeps a paper for the public back, and saves it once that is accepted', async () => {
    const findings = [{ code: 'small-number', where: '1.1.1 progress', text: '3 pupils' }]
    const { call, asked } = core({
      ...base,
      'paper.save': ({ acceptFindings }: { acceptFindings: boolean }) =>
        acceptFindings
          ? ok({ out: '/home/desk/Plan.docx', sha256: 'aa' })
          : err({ code: 'private-data', findings }),
    })
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    await store.getState().choose({ public: true })
    await store.getState().save('docx')
    expect(store.getState()).toMatchObject({
      refused: { format: 'docx', findings },
      saved: null,
      saveError: null,
    })
    store.getState().goBack()
    await store.getState().saveAllTheSame()
    expect(asked.filter((a) => a.name === 'paper.save')).toHaveLength(1)
    await store.getState().save('docx')
    await store.getState().saveAllTheSame()
    expect(store.getState()).toMatchObject({ refused: null, saved: { out: '/home/desk/Plan.docx' } })
  })

  it('makes the paper from a snapshot as soon as it is frozen', async () => {
    const frozen = { id: 's2', label: 'February', takenAt: '2020-02-29T12:00:00.000Z' }
    const { call, asked } = core({
      ...base,
      'snapshot.take': () => ok(frozen),
      'paper.options': () => ok({ ...options, snapshots: [...options.snapshots, frozen] }),
    })
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    expect(await store.getState().freeze('February')).toBe(null)
    expect(asked.at(-1)?.input['asAt']).toBe('s2')
  })

  it('gives the reason back where a period is refused', async () => {
    const refused = err({ code: 'already-there', what: 'the period “2020-02”' })
    const { call } = core({ ...base, 'period.add': () => refused })
    const store = makePapersStore(call)
    await store.getState().load('2020-02-14')
    const period = { label: '2020-02', name: 'February', fromDay: '2020-02-01', toDay: '2020-02-29' }
    expect(await store.getState().addPeriod(period)).toEqual(refused.error)
    expect(store.getState().choice.period).toBe('2020-02')
  })
})
