import type {
  ChangeField,
  Choice,
  FieldChange,
  PreviewDocument,
  PreviewFile,
  PreviewRow,
  RefusedFile,
} from '../../shared/import/previewDocument.ts'

export type Take = Choice['take']
export type Choices = ReadonlyMap<string, Choice>

/** Where a row stands in the review: what needs a person comes first. */
export type Section = 'needs-you' | 'changed' | 'unchanged' | 'ignored'
export const sections: readonly Section[] = ['needs-you', 'changed', 'unchanged', 'ignored']

/** A row of a returned workbook with the file it came in. */
export type ReviewRow = {
  readonly key: string
  readonly file: string
  readonly kind: PreviewFile['kind']
  readonly row: PreviewRow
  readonly section: Section
  /** The fields a person is asked about, in the order they are shown. */
  readonly open: readonly ChangeField[]
}

/** A place where the keyboard stops: a field to decide, or a row that has none. */
export type Stop = { readonly rowKey: string; readonly field: ChangeField | null }

export const isRefused = (file: PreviewFile | RefusedFile): file is RefusedFile => 'error' in file

/** The files of a preview that could be read. */
export const readFiles = (document: PreviewDocument): readonly PreviewFile[] =>
  document.files.filter((f): f is PreviewFile => !isRefused(f))

export const rowKey = (file: string, row: PreviewRow): string => `${file}\u001F${row.sheet}\u001F${row.row}`
export const choiceKey = (rowKey: string, field: ChangeField): string => `${rowKey}\u001F${field}`

/** Every row of every file that was read, in the order of the files and their rows. */
export function reviewRows(document: PreviewDocument): readonly ReviewRow[] {
  return readFiles(document).flatMap((file) =>
    file.rows.map((row) => ({
      key: rowKey(file.file, row),
      file: file.file,
      kind: file.kind,
      row,
      section: sectionOf(row),
      open: isMatched(row) ? row.changes.filter((c) => isOpen(c, row)).map((c) => c.field) : [],
    })),
  )
}

/** Whether a person has to answer for this field: nothing is taken until they do. */
export const isOpen = (change: FieldChange, row: PreviewRow): boolean =>
  change.resolution === 'ask' ||
  change.resolution === 'conflict' ||
  row.stillOpen?.includes(change.field) === true

/** Fields that a person may decide: what is asked, and clean values, which can be kept out or edited. */
export const isDecidable = (change: FieldChange, row: PreviewRow): boolean =>
  isMatched(row) && (isOpen(change, row) || change.resolution === 'take-returned')

/** Rows of the programme's own actions, and those that make one; what fits none, or could fit several, is never committed. */
export const isMatched = (row: PreviewRow): boolean => row.outcome !== 'new' && row.outcome !== 'unmatched'

/** Which part of the review a row belongs to; a row that a person has just answered for stays where it was asked. */
export function sectionOf(row: PreviewRow): Section {
  if (row.answer && row.answer.remembered === null) return 'needs-you'
  if (row.outcome === 'ignored') return 'ignored'
  const settled = row.outcome === 'changed' || row.outcome === 'unchanged'
  if (!settled || row.changes.some((c) => isOpen(c, row))) return 'needs-you'
  return row.outcome === 'changed' ? 'changed' : 'unchanged'
}

/** Whether something about a row is still to be decided. */
export const isLeft = (r: ReviewRow, choices: Choices): boolean =>
  !isMatched(r.row) || r.open.some((field) => !choices.has(choiceKey(r.key, field)))

/** The stops of the keyboard through the rows that are shown, in their order. */
export function stopsOf(rows: readonly ReviewRow[]): readonly Stop[] {
  return rows.flatMap((r): readonly Stop[] => {
    const fields = r.section === 'changed' ? decidable(r) : r.open
    return fields.length > 0
      ? fields.map((field) => ({ rowKey: r.key, field }))
      : [{ rowKey: r.key, field: null }]
  })
}

const decidable = (r: ReviewRow): readonly ChangeField[] =>
  r.row.changes.filter((c) => isDecidable(c, r.row)).map((c) => c.field)

/** What a commit would do, counted by field and by row. */
export type Effect = {
  /** Fields that will be written, and the rows they stand in. */
  readonly fields: number
  readonly rows: number
  readonly files: number
  /** Rows that become new actions. */
  readonly made: number
  /** Fields a person was asked about and has not answered: they stay as they are. */
  readonly undecided: number
  /** Fields a person decided to keep. */
  readonly kept: number
  /** Rows that fit no action, or could fit several: they are left out. */
  readonly leftOut: number
}

/** Counts what a commit with these choices would write, keep and leave. */
export function effectOf(rows: readonly ReviewRow[], choices: Choices): Effect {
  const effect = { fields: 0, rows: 0, made: 0, undecided: 0, kept: 0, leftOut: 0 }
  const files = new Set<string>()
  const counted = new Set<string>()
  for (const r of rows) {
    if (!isMatched(r.row)) {
      effect.leftOut += 1
      continue
    }
    let written = 0
    for (const change of r.row.changes) {
      const verdict = verdictOf(change, r, choices)
      const value = `${verdict} ${valueKey(change, r, choices)}`
      if (verdict !== 'kept' && counted.has(value)) continue
      counted.add(value)
      if (verdict === 'written') written += 1
      else if (verdict !== 'as-it-is') effect[verdict] += 1
    }
    effect.fields += written
    if (r.row.answer?.kind === 'new') effect.made += 1
    if (written > 0) {
      effect.rows += 1
      files.add(r.file)
    }
  }
  return { ...effect, files: files.size }
}

/** One value of one action, the same in whichever workbook it stands: it is written once, and asked once. */
function valueKey(change: FieldChange, r: ReviewRow, choices: Choices): string {
  const choice = choices.get(choiceKey(r.key, change.field))
  const own = r.kind === 'copy' || r.row.ref === null || choice?.take === 'both'
  const value = choice?.take === 'edited' ? choice.value : change.returned
  return JSON.stringify([own ? r.key : r.row.ref, change.field, change.label ?? '', value])
}

/** What becomes of one field: written, kept by a person, not decided, or as it is because nothing is to be decided. */
function verdictOf(
  change: FieldChange,
  r: ReviewRow,
  choices: Choices,
): 'written' | 'kept' | 'undecided' | 'as-it-is' {
  if (!isDecidable(change, r.row)) return 'as-it-is'
  const take = choices.get(choiceKey(r.key, change.field))?.take ?? null
  if (take === 'current') return 'kept'
  if (take !== null) return 'written'
  return change.resolution === 'take-returned' ? 'written' : 'undecided'
}

/** How the rows of a review stand: what still needs a person, what a person has decided, and the rest by section. */
export type RowCounts = Readonly<Record<Section | 'decided', number>>

/** Counts rows for every line that says how many need a person, so that all of them say the same. */
export function countRows(rows: readonly ReviewRow[], choices: Choices): RowCounts {
  const counts = { 'needs-you': 0, decided: 0, changed: 0, unchanged: 0, ignored: 0 }
  for (const r of rows) {
    const isDecided = r.section === 'needs-you' && !isLeft(r, choices)
    counts[isDecided ? 'decided' : r.section] += 1
  }
  return counts
}

/** The rows that nobody needs to look at, and the values that they bring. */
export function cleanOf(rows: readonly ReviewRow[]): { readonly rows: number; readonly fields: number } {
  const clean = rows.filter((r) => r.section === 'changed')
  const fields = clean.reduce(
    (n, r) => n + r.row.changes.filter((c) => c.resolution === 'take-returned').length,
    0,
  )
  return { rows: clean.length, fields }
}
