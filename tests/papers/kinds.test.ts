import { describe, expect, it } from 'vitest'
import { cellText } from '../../shared/paper/tree.ts'
import { ratingOf } from '../../shared/view/programme.ts'
import { paperGaps } from '../../shared/view/papers/paperGaps.ts'
import { kindsInOrder } from '../../shared/view/papers/kindWords.ts'
import { withWordings } from '../../shared/view/withWordings.ts'
import { indexProgramme } from '../../shared/view/programme.ts'
import { cumbriaTables } from '../../electron/sample/cumbriaSample.ts'
import { livedIn } from './livedIn.ts'
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

const both = [
  ['the plain sample', plainSample],
  ['the lived-in sample', livedInSample],
] as const

describe.each(both)('every kind of paper from %s', (_, p) => {
  it.each(kindsInOrder)('leaves no cell empty and says nothing undefined: %s', (kind) => {
    const paper = build(kind, p)
    expect(blocksOf(paper).length).toBeGreaterThan(2)
    for (const table of tablesOf(paper))
      for (const row of table.rows) {
        expect(row, table.caption).toHaveLength(table.columns.length)
        for (const [i, cell] of row.entries())
          if (!['Signature', 'Date'].includes(table.columns[i]!.head))
            expect(cellText(cell).trim(), `${table.caption}: ${cellText(row[0]!)}`).not.toBe('')
      }
    expect(wordsOf(paper)).not.toMatch(/undefined|null|NaN|\[object/u)
  })

  it.each(kindsInOrder)('names each gap once, in a sentence: %s', (kind) => {
    const messages = paperGaps(kind, p, { snapshot: null }).map((g) => g.message)
    expect(new Set(messages).size).toBe(messages.length)
    for (const m of messages) expect(m).toMatch(/\.$/u)
  })
})

describe('the highlight report', () => {
  it('is about one group where one is named, else about each', () => {
    expect(build('highlight-report', livedInSample, { group: 3 }).title).toBe(
      'Highlight report: working group 3: Engagement and Co-production',
    )
    const all = blocksOf(build('highlight-report', livedInSample)).filter(
      (b) => b.block === 'heading' && b.level === 2,
    )
    expect(all).toHaveLength(6)
  })

  it('holds last period beside this one, the group’s own risks and what it asks', () => {
    const paper = build('highlight-report', livedInSample, { group: 1 })
    const ratings = tablesOf(paper).find((t) => t.caption.startsWith('Overall ratings'))
    expect(ratings?.columns.map((c) => c.head)).toEqual(['Rating', 'Last period', 'This period', 'Moved'])
    expect(columnOf(tableCalled(paper, 'Open risks'), 'Risk').join()).toContain('Risk 0')
    expect(columnOf(tableCalled(paper, 'Open risks'), 'Risk').join()).not.toContain('Risk 1')
    expect(wordsOf(paper)).toContain('Agree a second educational psychologist.')
  })

  it('lists exactly the group’s actions off track or at risk', () => {
    for (const g of livedInSample.groups) {
      const paper = build('highlight-report', livedInSample, { group: g.group.number })
      const table = tablesOf(paper).find((t) => t.caption === 'Off track and at risk')
      const own = g.actions.filter((e) => ['red', 'amber'].includes(ratingOf(e, 'delivery') ?? ''))
      expect((table ? columnOf(table, 'Ref') : []).toSorted()).toEqual(
        own.map((e) => e.action.ref).toSorted(),
      )
    }
  })
})

describe('the exception report', () => {
  it('begins with totals that add up to the plan, and its movement does too', () => {
    const paper = build('exception-report', livedInSample)
    const table = tableCalled(paper, 'Actions by working group and delivery rating')
    expect(columnOf(table, 'Actions').at(-1)).toBe('108')
    const moved = /Since .*?: (.*) did not move\./u.exec(
      wordsOf(paper).replace(/Since (\d+ \w+ \d+), /u, 'Since $1: '),
    )
    const numbers = [...(moved?.[1] ?? '').matchAll(/\d+/gu)].map((m) => Number(m[0]))
    expect(numbers.reduce((a, b) => a + b, 0)).toBe(108)
  })

  it('ends with what went well', () => {
    expect(wordsOf(build('exception-report', livedInSample))).toContain('The first transition fair was held.')
  })
})

describe('risks and asks', () => {
  it('come gravest first, closed ones left out', () => {
    const risks = columnOf(tableCalled(build('board-paper', livedInSample), 'Open risks'), 'Risk')
    expect(risks.map((r) => r.split('\n')[0])).toEqual(['Risk 1', 'Risk 0', 'Risk 2'])
  })

  it('are in the return, what was answered after what waits', () => {
    const paper = build('dfe-return', livedInSample)
    expect(columnOf(tableCalled(paper, 'Asks that wait for an answer'), 'Of whom')).toEqual([
      'Department for Education',
    ])
    expect(wordsOf(paper)).toContain('Share examples of joint outcome frameworks (Sent in January).')
  })
})

describe('the bulletin', () => {
  it('has no reference and no rating', () => {
    const words = wordsOf(build('bulletin', livedInSample))
    expect(words).not.toMatch(/\b[1-6]\.\d{1,2}\.\d{1,2}\b/u)
    expect(words).not.toMatch(/off track|at risk|on track|amber|RAG/iu)
    expect(words).toContain('Join the parent and carer reference group.')
    expect(words).toContain(
      'You said: Letters are hard to understand. We did: We rewrote six letters with parents.',
    )
  })

  it('prints the wording for the public in place of what the lead wrote', () => {
    const tables = livedIn(cumbriaTables())
    const update = tables.update.find((u) => u.groupId !== null && u.source === 'bulletin')!
    const p = indexProgramme(
      {
        ...tables,
        wording: [
          {
            id: 'wording-1',
            retiredAt: null,
            updateId: update.id,
            audience: 'public',
            text: 'In plain words.',
            source: update.progress ?? '',
            at: '2020-02-04',
            by: null,
          },
        ],
      },
      '2020-02-04',
    )
    const words = wordsOf(build('bulletin', p))
    expect(words).toContain('In plain words.')
    expect(words).not.toContain(update.progress)
    expect(withWordings(p, 'board')).toBe(p)
  })
})

describe('you said, we did', () => {
  it('says plainly where nothing has changed yet and where nobody was told', () => {
    const paper = build('you-said-we-did', livedInSample)
    expect(columnOf(tablesOf(paper)[0]!, 'Whom we told')).toEqual(['Nobody has been told yet.'])
    expect(columnOf(tablesOf(paper)[1]!, 'We did')).toEqual(['We have not changed anything yet.'])
  })
})

describe('the scorecard', () => {
  it('has every measure once, judged only where it can be', () => {
    const table = tableCalled(build('scorecard', livedInSample), 'Scorecard')
    expect(table.rows).toHaveLength(livedInSample.tables.measure.length)
    const judged = columnOf(table, 'Latest against target')
    expect(new Set(judged).size).toBeGreaterThan(1)
    expect(judged.at(-1)).toBe('Not judged yet')
  })
})

describe('the evidence index', () => {
  it('numbers what leads brought after what the register holds', () => {
    const numbers = columnOf(
      tableCalled(build('evidence-index', livedInSample), 'Evidence cited in this paper'),
      'No.',
    )
    expect(numbers.slice(0, 3)).toEqual(['E1', 'E2', 'E3'])
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
