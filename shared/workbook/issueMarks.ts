import type { Workbook } from './grid.ts'

/**
 * The mark that an issued workbook carries in a cell of every row, and without an action in its instructions and
 * properties: text in cells is what survives sorting, copying and every program's saving.
 */
export type IssueMark = {
  readonly programmeId: string
  readonly issuedId: string
  readonly actionId: string | null
}

/** Where an issued workbook says what it is. */
export type IssueMarks = {
  readonly programmeId: string
  readonly issuedId: string
  /** By sheet and row (`rowKey`). */
  readonly rows: ReadonlyMap<string, IssueMark>
}

/** The name of the document property that carries the mark. */
export const issueProperty = 'Issued workbook'

export const writeIssueMark = (programmeId: string, issuedId: string, actionId?: string): string =>
  ['desk', programmeId, issuedId, ...(actionId === undefined ? [] : [actionId])].join(':')

/** Reads a mark; null where the text is none. */
export function readIssueMark(text: string): IssueMark | null {
  if (!text.includes('desk:')) return null
  const [, programmeId, issuedId, actionId] =
    /^\s*desk:([0-9a-f-]{8,40}):(issued-[\w-]+)(?::(\S+))?\s*$/iu.exec(text) ?? []
  if (programmeId === undefined || issuedId === undefined) return null
  return { programmeId, issuedId, actionId: actionId ?? null }
}

export const rowKey = (sheet: string, row: number): string => `${row} ${sheet}`

/**
 * Finds the marks of an issued workbook wherever they stand by now; null for a workbook that was not issued. Where rows
 * of several issued workbooks stand together, it is the one that most rows are of; rows of another programme count as
 * unmarked.
 */
export function findIssueMarks(workbook: Workbook): IssueMarks | null {
  const found = workbook.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells.flatMap((cell) => {
        const mark = readIssueMark(cell.text)
        return mark ? [{ mark, key: rowKey(sheet.name, row.number) }] : []
      }),
    ),
  )
  const property = readIssueMark(workbook.properties[issueProperty] ?? '')
  const inRows = found.filter((f) => f.mark.actionId !== null)
  const evidence = inRows.length > 0 ? inRows.map((f) => f.mark) : found.map((f) => f.mark)
  const chosen = commonest(evidence) ?? property
  if (!chosen) return null
  const own = inRows.filter((f) => f.mark.programmeId === chosen.programmeId)
  return {
    programmeId: chosen.programmeId,
    issuedId: chosen.issuedId,
    rows: new Map(own.map((f) => [f.key, f.mark])),
  }
}

function commonest(marks: readonly IssueMark[]): IssueMark | null {
  const counts = new Map<string, { mark: IssueMark; n: number }>()
  for (const mark of marks) {
    const key = `${mark.programmeId} ${mark.issuedId}`
    const known = counts.get(key)
    if (known) known.n += 1
    else counts.set(key, { mark, n: 1 })
  }
  return (
    [...counts.values()].reduce<{ mark: IssueMark; n: number } | null>(
      (best, one) => (best === null || one.n > best.n ? one : best),
      null,
    )?.mark ?? null
  )
}
