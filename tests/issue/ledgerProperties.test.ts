import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeLedger, type AskedWorkbook, type ReturnedWorkbook } from '../../shared/issue/makeLedger.ts'
import { answeredByOthers, type ChaseLedger } from '../../shared/view/chase.ts'
import { aRatedPlan } from '../view/aRatedPlan.ts'

const plan = aRatedPlan({ updates: [['1.1.1', '2020-01-10', 'Begun.']] })
const actions = plan.actions.slice(0, 8).map((e) => ({ actionId: e.action.id, ref: e.action.ref }))
const names = ['Lead A', 'Lead B', 'Lead C']
const period = { label: '2020-02', name: 'February 2020' }

const asked = fc.array(
  fc.record({
    recipient: fc.constantFrom(...names),
    rows: fc.subarray(actions, { minLength: 1 }),
    returnBy: fc.constantFrom(null, '2020-02-10', '2020-02-20'),
  }),
  { minLength: 1, maxLength: 5 },
)
const back = fc.array(
  fc.record({
    of: fc.nat({ max: 6 }),
    sender: fc.constantFrom(null, ...names, 'Somebody else'),
    answers: fc.array(fc.tuple(fc.constantFrom(...actions), fc.constantFrom('said', 'no-change')), {
      maxLength: 6,
    }),
  }),
  { maxLength: 5 },
)

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never
type Asked = Of<typeof asked>
type Back = Of<typeof back>

const issuesOf = (list: Asked): readonly AskedWorkbook[] =>
  list.map((a, i) => ({
    ...a,
    id: `issued-${i}`,
    by: 'lead',
    file: `${i}.xlsx`,
    at: `2020-02-0${9 - i}T09:00:00`,
    actor: 'Programme manager',
  }))

const returnsOf = (list: Back, issues: number): readonly ReturnedWorkbook[] =>
  list.map(({ of, sender, answers }, i) => ({
    importId: `import-${i}`,
    file: `back ${i}.xlsx`,
    at: '2020-02-12T09:00:00',
    issuedId: of < issues ? `issued-${of}` : null,
    sender,
    answers: new Map(answers.map(([a, how]) => [a.actionId, how as 'said' | 'no-change'])),
  }))

const ledgerOf = (a: Asked, b: Back): ChaseLedger =>
  makeLedger(plan, period, issuesOf(a), returnsOf(b, a.length))

it('accounts for everybody and every line, whatever was handed out and came back', () => {
  fc.assert(
    fc.property(asked, back, (a, b) => {
      const ledger = ledgerOf(a, b)
      expect(Object.values(ledger.counts).reduce((x, y) => x + y)).toBe(ledger.recipients.length)
      expect(ledger.recipients.map((r) => r.name).toSorted()).toEqual(
        [...new Set(a.map((x) => x.recipient))].toSorted(),
      )
      for (const r of ledger.recipients) {
        const wanted = new Set(
          a.filter((x) => x.recipient === r.name).flatMap((x) => x.rows.map((y) => y.ref)),
        )
        expect(new Set(r.lines.map((l) => l.ref))).toEqual(wanted)
        expect(r.missing).toEqual(r.lines.filter((l) => l.answer === null).map((l) => l.ref))
        const days = a.filter((x) => x.recipient === r.name).map((x) => x.returnBy ?? '')
        expect(r.returnBy ?? '').toBe(days.toSorted().at(-1))
        expect(r.lines.length - r.missing.length).toBeGreaterThanOrEqual(answeredByOthers(r))
        if (r.state === 'silent') expect(answeredByOthers(r)).toBe(r.lines.length - r.missing.length)
        if (r.state === 'silent') expect([r.back, r.missing.length > 0]).toEqual([[], true])
        if (r.state === 'returned' || r.state === 'no-change' || r.state === 'covered')
          expect([r.missing, r.isLate]).toEqual([[], false])
      }
    }),
    { numRuns: 200 },
  )
})

it('never waits for more because something more came back', () => {
  fc.assert(
    fc.property(asked, back, back, (a, b, more) => {
      const before = ledgerOf(a, b)
      const after = ledgerOf(a, [...b, ...more])
      for (const r of after.recipients) {
        const missing = before.recipients.find((x) => x.name === r.name)?.missing ?? []
        expect(r.missing.filter((ref) => !missing.includes(ref))).toEqual([])
      }
    }),
    { numRuns: 100 },
  )
})
