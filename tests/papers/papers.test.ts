import { describe, expect, it } from 'vitest'
import { cellText } from '../../shared/paper/tree.ts'
import { isException } from '../../shared/view/planRow.ts'
import { isOverdueAction, ratingOf } from '../../shared/view/programme.ts'
import {
  blocksOf,
  build,
  columnOf,
  livedInSample,
  plainSample,
  tableCalled,
  tablesOf,
  wordsOf,
} from './figures.ts'

const kinds = ['dfe-return', 'board-paper', 'plan'] as const
const both = [
  ['the plain sample', plainSample],
  ['the lived-in sample', livedInSample],
] as const

describe.each(both)('numbers of papers from %s', (_, p) => {
  it.each(['dfe-return', 'board-paper'] as const)('add up to the plan: %s', (kind) => {
    const table = tableCalled(build(kind, p), 'Actions by working group and delivery rating')
    const actions = columnOf(table, 'Actions').map(Number)
    expect(actions.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(108)
    expect(actions.at(-1)).toBe(108)
    const marks = table.columns.filter((c) => c.kind === 'number' && !['Actions', 'Overdue'].includes(c.head))
    for (const [i, row] of table.rows.entries()) {
      const sum = marks.reduce((n, c) => n + Number(columnOf(table, c.head)[i]), 0)
      expect(sum, cellText(row[0]!)).toBe(actions[i])
    }
    const late = p.actions.filter((e) => isOverdueAction(p, e)).length
    expect(columnOf(table, 'Overdue').at(-1)).toBe(String(late))
    expect(wordsOf(build(kind, p))).toContain(`${late} actions are past their completion date`)
  })

  it.each(kinds)('hold every action of the plan once in the full tables: %s', (kind) => {
    const refs = tablesOf(build(kind, p))
      .filter((t) => /^Actions of (objective|working group) /.test(t.caption))
      .flatMap((t) => columnOf(t, 'Ref'))
    expect(refs).toEqual(p.actions.map((e) => e.action.ref))
  })

  it.each(kinds)('leave no cell empty but those to sign in: %s', (kind) => {
    for (const table of tablesOf(build(kind, p))) {
      for (const row of table.rows) {
        expect(row, table.caption).toHaveLength(table.columns.length)
        const written = row.filter((_, i) => !['Signature', 'Date'].includes(table.columns[i]!.head))
        for (const cell of written)
          expect(cellText(cell).trim(), `${table.caption}: ${cellText(row[0]!)}`).not.toBe('')
      }
    }
  })

  it.each(kinds)('start with a cover block and end with abbreviations and version: %s', (kind) => {
    const blocks = blocksOf(build(kind, p))
    expect(blocks[0]?.block).toBe('keyFacts')
    const headings = blocks.flatMap((b) =>
      b.block === 'heading' && b.level === 2 ? [b.text.toLowerCase()] : [],
    )
    expect(headings.at(-2)).toContain('abbreviations used')
    expect(headings.at(-1)).toContain('version of this paper')
  })

  it.each(kinds)('never skip a heading level: %s', (kind) => {
    let before = 1
    for (const b of blocksOf(build(kind, p))) {
      const level = b.block === 'heading' ? b.level : b.block === 'exception' ? 3 : null
      if (level === null) continue
      expect(level).toBeLessThanOrEqual(before + 1)
      before = level
    }
  })
})

describe('a programme nobody has rated yet', () => {
  const board = wordsOf(build('board-paper', plainSample))
  const dfe = wordsOf(build('dfe-return', plainSample))

  it('says once what is missing instead of printing a column of apologies', () => {
    expect(dfe).toContain(
      'No delivery rating, update from a lead, evidence of impact or impact rating has been recorded for any action yet',
    )
    expect(columnsOf('dfe-return')).not.toContain('Delivery')
    expect(dfe).toContain('No baseline, target or value has been recorded for any measure yet.')
    expect(dfe).toContain('No evidence of impact has been recorded yet.')
    expect(dfe).toContain('No open risk is recorded in the programme.')
  })

  it('says what nobody has written for the board', () => {
    expect(board).toContain('No recommendations have been written for this board yet.')
    expect(board).toContain('For: Not set: no recommendations have been written yet')
    expect(board).toContain('No action has been rated yet, so none can be reported as off track or at risk.')
    expect(board).toContain('No working group has been given an overall delivery or impact rating yet.')
  })

  it('still charts the groups: what is overdue and what is not', () => {
    const chart = blocksOf(build('board-paper', plainSample)).find((b) => b.block === 'chart')
    expect(chart?.block === 'chart' && chart.alt).toBe(
      'No action has been rated yet. Working group 3 has most actions past their completion date: 21 of 24.',
    )
  })

  it('reports the bulletin’s updates of the groups in their own words', () => {
    expect(board).toContain(
      'A pilot project has been started testing the NISAI home learning online platform',
    )
    expect(board.match(/Working group \d: /g)).toHaveLength(12)
  })

  const columnsOf = (kind: 'dfe-return') =>
    tablesOf(build(kind, plainSample)).flatMap((t) => t.columns.map((c) => c.head))
})

describe('a programme in use', () => {
  const paper = build('board-paper', livedInSample)
  const words = wordsOf(paper)

  it('gives every action off track or at risk a block, the worst first', () => {
    const blocks = blocksOf(paper).flatMap((b) => (b.block === 'exception' ? [b] : []))
    const expected = livedInSample.actions.filter((e) => isException(livedInSample, e))
    expect(blocks).toHaveLength(expected.length)
    const ratings = blocks.map((b) => b.rating.word)
    expect(ratings).toEqual([...ratings].sort((a, b) => (a === b ? 0 : a === 'Off track' ? -1 : 1)))
    for (const b of blocks) {
      expect(b.since).toMatch(/^since 20 January 2020, was (on track|at risk) before$/)
      const labels = b.lines.map((l) => l.label)
      expect(labels).toContain(labels.includes('What is being done') ? 'By whom and when' : 'Missing')
    }
  })

  it('says which part of a recovery nobody has written, and makes up none', () => {
    const without = livedInSample.actions.find(
      (e) => isException(livedInSample, e) && e.recovery === null && !e.ratings.delivery[0]?.reason,
    )
    const block = blocksOf(paper).find(
      (b) => b.block === 'exception' && b.heading === `Action ${without?.action.ref}`,
    )
    expect(block?.block === 'exception' && block.lines.at(-1)).toEqual({
      label: 'Missing',
      text: 'No reason, recovery or effect recorded yet.',
    })
  })

  it('prints moved dates with original, was, now, reason and approval', () => {
    const table = tableCalled(paper, 'Completion dates that moved')
    expect(table.rows.length).toBe(livedInSample.actions.flatMap((e) => e.dateChanges).length)
    expect(columnOf(table, 'Approved by')).toContain('Improvement Board, 16 January 2020')
    expect(columnOf(table, 'Reason')).toContain('No reason recorded yet.')
    expect(columnOf(table, 'Dates').some((d) => /^Original: .*\nWas: .*\nNow: /s.test(d))).toBe(true)
  })

  it('shows the overall ratings with their movement as words and symbols', () => {
    const table = tableCalled(paper, 'Overall ratings of the working groups')
    expect(columnOf(table, 'Delivery')).toEqual([
      'On track',
      'At risk',
      'On track',
      'At risk',
      'Off track',
      'On track',
    ])
    expect(columnOf(table, 'Moved').map((m) => m.split('\n')[0])).toEqual([
      'Delivery ●\u00a0no\u00a0change',
      'Delivery ▼\u00a0slipped',
      'Delivery ▲\u00a0improved',
      'Delivery ●\u00a0no\u00a0change',
      'Delivery ▼\u00a0slipped',
      'Delivery new',
    ])
  })

  it('says how old an update is, and that there is none', () => {
    const progress = tablesOf(paper)
      .filter((t) => t.caption.startsWith('Actions of working group'))
      .flatMap((t) => columnOf(t, 'Progress in this period'))
    expect(progress).toContain('No update received from the lead since 12 November 2019.')
    expect(progress).toContain('No update received from the lead yet.')
  })

  it('letters the recommendations and reads from their verbs what the paper is for', () => {
    const list = blocksOf(paper).find((b) => b.block === 'list' && b.style === 'letter')
    expect(list?.block === 'list' && list.items[0]).toBe('note the progress made since November 2019.')
    expect(words).toContain('For: For decision')
    expect(words).toContain('Meeting date: 20 February 2020')
  })

  it('cites evidence by the number its index gives it', () => {
    const dfe = build('dfe-return', livedInSample)
    const table = tableCalled(dfe, 'Evidence cited in this paper')
    // what belongs to no action stands in the index alone
    const ofActions = columnOf(table, 'For').map((subject) => subject.startsWith('Action '))
    const index = columnOf(table, 'No.').filter((_, i) => ofActions[i])
    const cited = tablesOf(dfe)
      .filter((t) => t.caption.startsWith('Actions of objective'))
      .flatMap((t) => columnOf(t, 'Evidence of impact'))
      .flatMap((c) => [...c.matchAll(/\[(E\d+)\]/g)].map((m) => m[1]))
    expect(cited).toEqual(index)
    expect(index.length).toBeGreaterThan(5)
  })

  it('compares wording and leads with the last return where there is one', () => {
    const dfe = wordsOf(build('dfe-return', livedInSample, { previous: plainSample }))
    expect(dfe).toContain('27 changes of wording or leads since 4 February 2020.')
    expect(wordsOf(build('dfe-return', livedInSample))).toContain(
      'There is no earlier return to compare wording and leads with.',
    )
  })
})

describe('the plan', () => {
  it('prints shared texts once and says "As above" below', () => {
    const table = tableCalled(build('plan', plainSample), 'Actions of objective 1.1')
    const impact = columnOf(table, 'Intended impact')
    expect(impact.slice(1)).toEqual(['As above', 'As above', 'As above'])
    expect(impact[0]).toContain('Shared understanding of SEND needs')
  })

  it('has the rating column of the published layout once anything is rated', () => {
    const heads = (p: typeof plainSample) =>
      tableCalled(build('plan', p), 'Actions of objective 1.1').columns.map((c) => c.head)
    expect(heads(plainSample)).not.toContain('Rating')
    expect(heads(livedInSample)).toContain('Rating')
    const ratings = tablesOf(build('plan', livedInSample))
      .filter((t) => t.caption.startsWith('Actions of objective'))
      .flatMap((t) => columnOf(t, 'Rating'))
    const notRated = livedInSample.actions.filter((e) => ratingOf(e, 'delivery') === null).length
    expect(ratings.filter((r) => r === 'Not yet rated')).toHaveLength(notRated)
  })
})
