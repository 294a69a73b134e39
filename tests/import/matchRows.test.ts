import { array, assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import { matchRows } from '../../shared/import/matchRows.ts'
import { plainRef } from '../../shared/import/planIndex.ts'
import { indexProgramme } from '../../shared/view/programme.ts'
import type { Draft } from '../../shared/workbook/draft.ts'
import { aDraft } from './aDraft.ts'

const programme = indexProgramme(cumbriaTables(), '2020-02-14')
const textOf = (ref: string): string => programme.actionByRef.get(ref)!.action.action

/** How each row was matched: "3.4.1 ref", "new", "unmatched several-fit". */
const say = (drafts: readonly Draft[]): string[] =>
  matchRows(programme, drafts).map((m) =>
    m.kind === 'matched'
      ? `${programme.actionById.get(m.actionId)!.action.ref} ${m.by}${m.remark ? ` ${m.remark.code}` : ''}`
      : `${m.kind}${m.remark ? ` ${m.remark.code}` : ''}`,
  )

describe('plainRef', () => {
  it.each([
    ['6.1.10', '6.1.10'],
    [' 6.1.10 ', '6.1.10'],
    ['Action 6.1.10.', '6.1.10'],
    ['6 . 1 . 10)', '6.1.10'],
    ['6.1.10a', '6.1.10a'],
    ['WG6', '6'],
  ])('%s is %s', (printed, ref) => {
    expect(plainRef(printed)).toBe(ref)
  })
})

describe('matchRows', () => {
  it('matches every action of the plan by its ref, with its wording or without', () => {
    const refs = programme.actions.map((e) => e.action.ref)
    expect(say(refs.map((ref, i) => aDraft(i + 2, { ref })))).toEqual(refs.map((r) => `${r} ref`))
    expect(say(refs.map((ref, i) => aDraft(i + 2, { ref: `Action ${ref}.`, action: textOf(ref) })))).toEqual(
      refs.map((r) => `${r} ref`),
    )
  })

  it('matches every action by its wording alone, where nothing else has the same', () => {
    const found = say(programme.actions.map((e, i) => aDraft(i + 2, { action: e.action.action })))
    found.forEach((said, i) => {
      const ref = programme.actions[i]!.action.ref
      expect([
        `${ref} text`,
        'unmatched no-ref-no-wording',
        'unmatched wording-not-close',
        'new not-in-plan',
      ]).toContain(said)
    })
    expect(found.filter((s) => s.endsWith(' text')).length).toBeGreaterThanOrEqual(106)
  })

  it('believes a ref whose row was reworded', () => {
    expect(say([aDraft(2, { ref: '3.5.2', action: 'The survey has been analysed' })])).toEqual(['3.5.2 ref'])
    expect(say([aDraft(2, { ref: '4.2.3', action: 'Buy lunch for volunteers and drivers' })])).toEqual([
      '4.2.3 ref wording-differs',
    ])
  })

  it('leaves a row open whose ref and wording clearly point at different actions', () => {
    expect(say([aDraft(2, { ref: '3.4.1', action: textOf('3.3.5') })])).toEqual([
      'unmatched ref-and-wording-differ',
    ])
    expect(say([aDraft(2, { ref: '4.6.4', action: textOf('4.7.3') })])).toEqual([
      'unmatched ref-and-wording-differ',
    ])
  })

  it('leaves a row open whose ref names nothing and whose wording does not settle it', () => {
    expect(say([aDraft(2, { ref: '9.9.9' })])).toEqual(['unmatched ref-unknown'])
    expect(say([aDraft(2, { progress: 'Two held' })])).toEqual(['unmatched no-ref-no-wording'])
    expect(say([aDraft(2, { ref: '9.9.9', action: textOf('5.1.4') })])).toEqual(['5.1.4 text ref-unknown'])
  })

  it('matches edited wording within the group of the sheet', () => {
    const sheet = ['3.1.1', '3.2.1', '3.3.1'].map((ref, i) => aDraft(i + 2, { ref, action: textOf(ref) }))
    const edited = [
      'Use this intelligence to produce a report & plan',
      'Parent carer training delivered',
      'Analysis of the survey is produced',
      'Define and develop a training package on co-production and engagement, for children and young adults',
    ].map((action, i) => aDraft(10 + i, { action }))
    expect(say([...sheet, ...edited]).slice(3)).toEqual([
      '3.1.2 text',
      '3.3.3 text',
      '3.5.2 text',
      '3.6.3 text',
    ])
  })

  it('never chooses between two that fit', () => {
    expect(
      say([aDraft(2, { action: 'Define and develop a co-production and engagement training package' })]),
    ).toEqual(['unmatched several-fit'])
  })

  it('calls a row new that fits no action', () => {
    expect(
      say([aDraft(2, { action: 'Run a SEND drop-in at six children’s centres before the summer' })]),
    ).toEqual(['new not-in-plan'])
    expect(say([aDraft(2, { ref: '3.9.3', action: 'Print badges for helpers' })])).toEqual([
      'new not-in-plan',
    ])
  })

  it('gives an action to one row only where two rows are merely like it', () => {
    expect(
      say([
        aDraft(2, { ref: '3.4.2', action: textOf('3.4.2') }),
        aDraft(3, { action: 'Undertake several engagement sessions with Parents & carers on topics' }),
      ])[1],
    ).toMatch(/^unmatched/u)
    expect(
      say([aDraft(2, { ref: '3.4.2', action: textOf('3.4.2') }), aDraft(3, { action: textOf('3.4.2') })]),
    ).toEqual(['3.4.2 ref', '3.4.2 text'])
  })

  it('takes a row that prints an objective for its heading', () => {
    const { objective } = programme.actionByRef.get('6.3.1')!
    expect(
      say([
        aDraft(2, { ref: '6.3', action: objective.title! }),
        aDraft(3, { action: `Objective 6.3: ${objective.title}` }),
        aDraft(4, { ref: '6.3', deliveryRating: 'amber' }),
      ]),
    ).toEqual(['ignored objective-heading', 'ignored objective-heading', 'unmatched objective-not-action'])
  })

  it('finds the action of an objective’s ref by its wording, and takes a lone heading for one', () => {
    const [text, green] = [textOf('6.1.5'), { deliveryRating: 'green' }]
    expect(say([aDraft(2, { ref: '6.1', action: text.replace('annual ', ''), ...green })])).toEqual([
      '6.1.5 text ref-of-objective',
    ])
    expect(
      say([aDraft(2, { ref: '6.1', action: 'Something else altogether for the group', ...green })]),
    ).toEqual(['unmatched objective-not-action'])
    expect(say([aDraft(2, { action: '6.1 Review of how schools are helped' })])).toEqual([
      'ignored objective-heading',
    ])
  })

  it('passes ignored rows through', () => {
    expect(say([aDraft(2, { action: 'Key' }, { kind: 'ignored' })])).toEqual(['ignored'])
  })

  it('sees a ref that a spreadsheet took for a number', () => {
    const tables = cumbriaTables()
    const renamed = indexProgramme(
      {
        ...tables,
        action: tables.action.map((a) =>
          a.ref === '1.1.1' ? { ...a, ref: '1.1' } : a.ref === '2.2.2' ? { ...a, ref: '1.10' } : a,
        ),
        objective: tables.objective.map((o) => ({ ...o, ref: `O${o.ref}` })),
      },
      '2020-02-14',
    )
    const [match] = matchRows(renamed, [aDraft(2, { ref: '1.1', action: textOf('2.2.2') })])
    expect(match).toMatchObject({ kind: 'matched', by: 'text', remark: { code: 'ref-lost-zero' } })
  })

  it('property: words left out, a slip, a broken-off end: the right action or none, never a wrong one', () => {
    assert(
      property(
        constantFrom(...programme.actions),
        array(nat(40), { maxLength: 2 }),
        nat(200),
        constantFrom('slip', 'end', 'none'),
        ({ action, group }, dropped, at, how) => {
          const words = action.action.split(' ').filter((_, i) => !dropped.includes(i))
          const text = words.join(' ')
          const cut = 12 + (at % Math.max(1, text.length))
          const edited =
            how === 'slip'
              ? text.slice(0, cut - 1) + text.slice(cut)
              : how === 'end'
                ? text.slice(0, cut)
                : text
          const neighbours = programme.actions
            .filter((e) => e.group.id === group.id && e.action.id !== action.id)
            .slice(0, 3)
            .map((e, i) => aDraft(10 + i, { ref: e.action.ref }))
          const [match] = matchRows(programme, [aDraft(2, { action: edited }), ...neighbours])
          if (match?.kind === 'matched') expect(match.actionId).toBe(action.id)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('stays quick over ten thousand rows', () => {
    const tables = cumbriaTables()
    const one = tables.action[0]!
    const big = indexProgramme(
      {
        ...tables,
        action: Array.from({ length: 10_000 }, (_, i) => ({
          ...one,
          id: `a${i}`,
          ref: `1.1.${i + 1}`,
          action: `Agree pathway ${i} for ${['speech', 'autism', 'tuition'][i % 3]} with ${['schools', 'nurseries', 'colleges', 'families'][i % 4]}`,
        })),
      },
      '2020-02-14',
    )
    const drafts = big.actions.map((e, i) =>
      aDraft(
        i + 2,
        i % 2 === 0 ? { ref: e.action.ref, action: e.action.action } : { action: `${e.action.action}.` },
      ),
    )
    const started = performance.now()
    const matches = matchRows(big, drafts)
    expect(matches.every((m, i) => m.kind === 'matched' && m.actionId === `a${i}`)).toBe(true)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
