import type {
  Choice,
  FieldChange,
  PreviewDocument,
  PreviewFile,
  PreviewRow,
  RefusedFile,
} from '../../shared/import/previewDocument.ts'
import type { FieldName } from '../../shared/workbook/draft.ts'

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
  readonly open: readonly FieldName[]
}

/** A place where the keyboard stops: a field to decide, or a row that has none. */
export type Stop = { readonly rowKey: string; readonly field: FieldName | null }

export const isRefused = (file: PreviewFile | RefusedFile): file is RefusedFile => 'error' in file

/** The files of a preview that could be read. */
export const readFiles = (document: PreviewDocument): readonly PreviewFile[] =>
  document.files.filter((f): f is PreviewFile => !isRefused(f))

export const rowKey = (file: string, row: PreviewRow): string => `${file}\u001F${row.sheet}\u001F${row.row}`
export const choiceKey = (rowKey: string, field: FieldName): string => `${rowKey}\u001F${field}`

/** Every row of every file that was read, in the order of the files and their rows. */
export function reviewRows(document: PreviewDocument): readonly ReviewRow[] {
  return readFiles(document).flatMap((file) =>
    file.rows.map((row) => ({
      key: rowKey(file.file, row),
      file: file.file,
      kind: file.kind,
      row,
      section: sectionOf(row),
      open: isMatched(row) ? row.changes.filter(isOpen).map((c) => c.field) : [],
    })),
  )
}

/** Whether a person has to answer for this field: nothing is taken until they do. */
export const isOpen = (change: FieldChange): boolean =>
  change.resolution === 'ask' || change.resolution === 'conflict'

/** Rows of the programme's own actions; what fits none, or could fit several, is never committed. */
export const isMatched = (row: PreviewRow): boolean => row.outcome !== 'new' && row.outcome !== 'unmatched'

/** Which part of the review a row belongs to. */
export function sectionOf(row: PreviewRow): Section {
  if (row.outcome === 'ignored') return 'ignored'
  const settled = row.outcome === 'changed' || row.outcome === 'unchanged'
  if (!settled || row.changes.some(isOpen)) return 'needs-you'
  return row.outcome === 'changed' ? 'changed' : 'unchanged'
}

/** The stops of the keyboard through the rows that are shown, in their order. */
export function stopsOf(rows: readonly ReviewRow[]): readonly Stop[] {
  return rows.flatMap((r): readonly Stop[] =>
    r.open.length > 0 ? r.open.map((field) => ({ rowKey: r.key, field })) : [{ rowKey: r.key, field: null }],
  )
}

/** What a commit would do, counted by field and by row. */
export type Effect = {
  /** Fields that will be written, and the rows they stand in. */
  readonly fields: number
  readonly rows: number
  readonly files: number
  /** Fields a person was asked about and has not answered: they stay as they are. */
  readonly undecided: number
  /** Fields a person decided to keep. */
  readonly kept: number
  /** Rows that fit no action, or could fit several: they are left out. */
  readonly leftOut: number
}

/** Counts what a commit with these choices would write, keep and leave. */
export function effectOf(rows: readonly ReviewRow[], choices: Choices): Effect {
  const effect = { fields: 0, rows: 0, undecided: 0, kept: 0, leftOut: 0 }
  const files = new Set<string>()
  for (const r of rows) {
    if (!isMatched(r.row)) {
      effect.leftOut += 1
      continue
    }
    let written = 0
    for (const change of r.row.changes) {
      const take = choices.get(choiceKey(r.key, change.field))?.take
      if (change.resolution === 'take-returned' || (isOpen(change) && take === 'returned')) written += 1
      else if (isOpen(change)) effect[take === 'current' ? 'kept' : 'undecided'] += 1
    }
    effect.fields += written
    if (written > 0) {
      effect.rows += 1
      files.add(r.file)
    }
  }
  return { ...effect, files: files.size }
}
