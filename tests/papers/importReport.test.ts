import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WriteDb } from '../../electron/db/types.ts'
import { loadProgramme } from '../../electron/db/loadTables.ts'
import { commitImport } from '../../electron/import/commitImport.ts'
import { loadReported } from '../../electron/import/loadReported.ts'
import { previewImport } from '../../electron/import/previewImport.ts'
import { replanImport } from '../../electron/import/replanImport.ts'
import { undoImport } from '../../electron/import/undoImport.ts'
import type { Choice } from '../../shared/import/previewDocument.ts'
import { type ImportAnswers, noAnswers } from '../../shared/import/importAnswers.ts'
import { cellText, type Paper } from '../../shared/paper/tree.ts'
import { importReport } from '../../shared/view/papers/importReport.ts'
import { periodWords } from '../../shared/view/papers/importWords.ts'
import { aStore, writer } from '../import/aStore.ts'
import { edited, issueGroup1, returnDay } from '../issue/anIssue.ts'
import { blocksOf, columnOf, tableCalled, tablesOf, wordsOf } from './figures.ts'

const folder = join(import.meta.dirname, '../fixtures/trackers')
const [ehwb, engagement, transition, wg1, wg6, workstreams] = [
  'EHWB progress report.xlsx',
  'Engagement and co-production actions.xlsx',
  'Transition plan update (4.4 to 4.7).xlsx',
  'WG1 Understanding of Local Need - update Feb 2020.xlsx',
  'WG6 SEN Support tracker.xlsx',
  'Workstream updates - commissioning and PfA.xlsx',
]
const six = [ehwb, engagement, transition, wg1, wg6, workstreams]

/** Brings files in as the window does: answers to rows first, then choices field by field. */
async function bringIn(
  db: WriteDb,
  paths: readonly string[],
  choices: readonly Omit<Choice, 'file'>[] = [],
  answers: ImportAnswers = noAnswers,
): Promise<string[]> {
  const first = await previewImport(db, paths, { sender: null, period: null, today: returnDay })
  const plan = answers === noAnswers ? first : await replanImport(db, first, answers)
  const file = paths[0]?.split('/').at(-1) ?? ''
  const done = commitImport(db, plan, { choices: choices.map((c) => ({ ...c, file })) }, writer)
  return done.files.flatMap((f) => ('error' in f || f.importId === null ? [] : [f.importId]))
}

function reportOf(db: WriteDb, ids: readonly string[]): Paper {
  const programme = loadProgramme(db, returnDay)
  return importReport(programme, { imports: loadReported(db, programme, ids), refused: [] })
}

const at = (name: string | undefined): string => join(folder, name ?? '')

/** What the report says of the fields of a row: "What: before → came back. What became of it". */
function linesOf(paper: Paper, row: number, caption = 'Values'): string[] {
  const table = tableCalled(paper, caption)
  return table.rows
    .map((r) => r.map(cellText))
    .filter(([n]) => n === String(row))
    .map(([, , what, before, back, fate]) => `${what}: ${before} → ${back}. ${fate}`)
}

describe('the report of six trackers', async () => {
  const { db } = aStore()
  const ids = await bringIn(db, six.map(at))
  const programme = loadProgramme(db, returnDay)
  const imports = loadReported(db, programme, ids)
  const paper = importReport(programme, { imports, refused: [] })
  const again = reportOf(db, ids.toReversed())

  it('has every row of every file in one place', () => {
    const chapters = blocksOf(paper).reduce<string[][]>((all, b) => {
      if (b.block === 'heading' && b.level === 2) return [...all, []]
      const isRows = b.block === 'table' && ['Row'].includes(b.table.columns[0]?.head ?? '')
      const sheet = isRows ? (/“(.+)”$/.exec(b.table.caption)?.[1] ?? '') : ''
      if (isRows) {
        const rows = new Set(b.table.rows.map((r) => `${sheet} ${cellText(r[0]!)}`))
        all.at(-1)?.push(...rows)
      }
      return all
    }, [])
    const listed = chapters.filter((c) => c.length > 0)
    expect(listed).toHaveLength(6)
    for (const [i, { preview }] of imports.entries()) {
      const sheets = new Set(preview.rows.map((r) => r.sheet)).size
      const wanted = preview.rows.map((r) => `${sheets > 1 ? r.sheet : ''} ${r.row}`)
      expect(listed[i]?.toSorted()).toEqual(wanted.toSorted())
    }
  })

  it('has totals that add up to what the imports say', () => {
    const files = tableCalled(paper, 'Files of this report')
    const numbers = files.columns.slice(2).map((c) => columnOf(files, c.head).map(Number))
    for (const column of numbers) expect(column.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(column.at(-1))
    const [rows, ...outcomes] = numbers.slice(0, -2).map((c) => c.at(-1) ?? 0)
    expect(outcomes.reduce((a, b) => a + b, 0)).toBe(rows)
    const written = tablesOf(paper)
      .filter((t) => t.caption.startsWith('Values'))
      .flatMap((t) => columnOf(t, 'What became of it'))
      .filter((x) => /(?:^|\. )Written/.test(x)).length
    expect(columnOf(files, 'Values written').at(-1)).toBe(String(written))
    expect(wordsOf(paper)).toContain(`${written} values of 89 rows were written.`)
  })

  it('leaves no cell empty, says ratings as words and skips no heading level', () => {
    for (const table of tablesOf(paper))
      for (const row of table.rows) {
        expect(row).toHaveLength(table.columns.length)
        for (const cell of row) expect(cellText(cell).trim(), table.caption).not.toBe('')
      }
    expect(linesOf(paper, 4)).toContain('Delivery rating: Not yet rated → Complete. Written.')
    let before = 1
    for (const b of blocksOf(paper)) {
      if (b.block !== 'heading') continue
      expect(b.level).toBeLessThanOrEqual(before + 1)
      before = b.level
    }
  })

  it('names cells to look at, rows left out and rows that are no actions, each with its reason', () => {
    const tables = tablesOf(paper)
    const found = (caption: string): string[] =>
      tables
        .filter((t) => t.caption === caption)
        .flatMap((t) => t.rows.map((r) => r.map(cellText).join(' | ')))
    expect(found('Cells to look at')).toContain(
      'E12 | 6.1.6 | The words say on track, the colour of the cell says off track. Say which rating is meant.',
    )
    expect(found('Rows left out')).toEqual([
      '23 | None | Run a SEND drop-in at six children’s centres before the summer | No action of the plan has this wording.',
    ])
    expect(found('Rows that are no actions').at(0)).toMatch(
      /^6 \| Objective 6\.1: .* \| A heading over the rows below/,
    )
  })

  it('comes out the same from the same record', () => {
    expect(again).toEqual(paper)
  })
})

describe('what people decided', () => {
  it('is said field by field, with who decided and what was written in the end', async () => {
    const { db } = aStore()
    await bringIn(db, [at(wg1)])
    const field = { sheet: 'WG1', row: 4 } as const
    const [id] = await bringIn(
      db,
      [at(wg1)],
      [
        { ...field, field: 'completion', take: 'returned' },
        { sheet: 'WG1', row: 11, field: 'completion', take: 'edited', value: 'end of June 2020' },
        { sheet: 'WG1', row: 11, field: 'leads', take: 'current' },
      ],
    )
    const paper = reportOf(db, [id ?? ''])
    expect(linesOf(paper, 4).join('\n')).toMatch(
      /Completion date: January- July 2020 → January - September 2020\. .*decided by Programme office/,
    )
    expect(linesOf(paper, 11).join('\n')).toMatch(
      /Written by Programme office in other words: “end of June 2020”/,
    )
    expect(linesOf(paper, 11).join('\n')).toMatch(
      /Responsible lead: .*The programme’s value stays: decided by Programme office/s,
    )
    expect(wordsOf(paper)).toContain(
      'A person decided 3 values: 2 for what came back and 1 for what the programme said.',
    )
  })

  it('includes rows set aside with the reason, rows matched by hand and new actions', async () => {
    const { db } = aStore()
    const objectiveId = loadProgramme(db, returnDay).actions.find((e) => e.action.ref === '3.1.1')?.objective
      .id
    const row = (n: number) => ({ file: engagement ?? '', sheet: 'WG3', row: n })
    const [id] = await bringIn(db, [at(engagement)], [], {
      ...noAnswers,
      rows: [
        { ...row(23), as: { kind: 'new', objectiveId: objectiveId ?? '', ref: '3.1.3' } },
        { ...row(3), as: { kind: 'action', actionId: 'action-3.1.2' } },
        { ...row(14), as: { kind: 'set-aside', reason: 'an older line' } },
      ],
    })
    const paper = reportOf(db, [id ?? ''])
    expect(linesOf(paper, 23)[0]).toContain('Made a new action of the plan.')
    expect(linesOf(paper, 3)[0]).toContain('Matched by hand.')
    const left = tableCalled(paper, 'Rows left out').rows.map((r) => r.map(cellText))
    expect(left.map(([n, , , why]) => `${n}: ${why}`)).toEqual(['14: Set aside by a person: an older line.'])
  })

  it('shows what was open as settled once somebody has decided, and an import that was taken back', async () => {
    const { db } = aStore()
    const [first] = await bringIn(db, [at(wg1)])
    expect(linesOf(reportOf(db, [first ?? '']), 4).join()).toContain('Left open: nobody has decided yet.')
    const [second] = await bringIn(
      db,
      [at(wg1)],
      [{ sheet: 'WG1', row: 4, field: 'completion', take: 'returned' }],
    )
    expect(linesOf(reportOf(db, [first ?? '']), 4).join()).toContain(
      'Not written by this import; the programme says the same by now.',
    )
    const [third] = await bringIn(db, [at(wg1)])
    expect(linesOf(reportOf(db, [first ?? '']), 11).join()).toContain(
      'Not written by this import; a later file or decision is about the same value.',
    )
    undoImport(db, third ?? '', { ...writer, at: '2020-03-01T10:15:00' })
    expect(wordsOf(reportOf(db, [third ?? '']))).not.toContain('left open: the programme stays as it is')
    undoImport(db, second ?? '', { ...writer, at: '2020-03-02T10:15:00' })
    const words = wordsOf(reportOf(db, [second ?? '']))
    expect(words).toContain('This import was taken back on 2 March 2020, 10:15')
    expect(words).toContain('1 import was taken back later.')
  })
})

describe('a workbook that was sent out', () => {
  it('shows all three values of a conflict, and lists what did not come back', async () => {
    const { db } = aStore()
    const { path } = await issueGroup1(db)
    await bringIn(db, [at(wg1)])
    const returned = await edited(path, (sheet, put) => {
      put('1.1.1', 'Progress since last update', 'Second version of the assessment is out.')
      put('1.1.2', 'No change', 'x')
      sheet.spliceRows(6, 1)
    })
    const [id] = await bringIn(db, [returned])
    const paper = reportOf(db, [id ?? ''])
    const missing = tableCalled(paper, 'Rows that did not come back')
    expect(columnOf(missing, 'Ref')).toHaveLength(1)
    expect(wordsOf(paper)).toContain('1 action that did not come back in the workbook it was sent out in.')
    expect(wordsOf(paper)).toContain('The workbook that was sent out')
    expect(linesOf(paper, tableRow(paper, '1.1.1')).join()).toMatch(
      /Progress: First version of the LAA.*\nAs it was sent out: nothing → Second version/,
    )
    expect(JSON.stringify(linesOf(paper, tableRow(paper, '1.1.1')))).toContain(
      'Second version of the assessment is out.',
    )
    expect(
      tableCalled(paper, 'Rows that say nothing new')
        .rows.map((r) => r.map(cellText).slice(1).join(' '))
        .join(),
    ).toContain('“No change” was ticked.')
  })

  const tableRow = (paper: Paper, ref: string): number => {
    const table = tableCalled(paper, 'Values')
    return Number(columnOf(table, 'Row')[columnOf(table, 'Ref').indexOf(ref)])
  }
})

it('names refused files with their reason where they are known', async () => {
  const { db } = aStore()
  const [id] = await bringIn(db, [at(wg1)])
  const programme = loadProgramme(db, returnDay)
  const error = {
    code: 'workbook-unreadable',
    message: '“Half.xlsx”: this file is damaged. Ask for it once more.',
  }
  const paper = importReport(programme, {
    imports: loadReported(db, programme, [id ?? '']),
    refused: [{ file: 'Half.xlsx', error }],
  })
  expect(tableCalled(paper, 'Files that were refused').rows.map((r) => r.map(cellText))).toEqual([
    ['Half.xlsx', error.message],
  ])
  expect(wordsOf(paper)).toContain('1 file was refused.')
})

it('refuses an import that nobody knows', () => {
  const { db } = aStore()
  expect(() => loadReported(db, loadProgramme(db, returnDay), ['import-9'])).toThrow('import-9')
})

it('says a reporting period in words', () => {
  const { db } = aStore()
  const programme = loadProgramme(db, returnDay)
  expect(periodWords(programme, '2026-11')).toBe('November 2026')
  expect(periodWords(programme, 'spring')).toBe('spring')
})
