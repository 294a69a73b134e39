import type { ParsedCopy } from '../copy/copyHistory.ts'
import type { CopyPlan } from '../copy/planCopy.ts'
import type { Draft, ParsedWorkbook } from '../workbook/draft.ts'
import type { IssueMarks } from '../workbook/issueMarks.ts'
import type { SheetMapping } from '../workbook/sheetMapping.ts'
import type { ImportAnswers } from './importAnswers.ts'
import type { Match, Remark } from './matchRows.ts'
import type { RowBase } from './mergeRow.ts'
import type { RowAnswered } from './rowAnswered.ts'
import type { ChangeField, PreviewDocument, PreviewFile, PreviewRow, RefusedFile } from './previewDocument.ts'

/** The columns of a workbook as a person corrected them. */
export type AppliedMapping = {
  /** The name it is kept under; null where it is still to be named. */
  readonly name: string | null
  readonly sheets: readonly SheetMapping[]
  /** True where it was corrected in this import: it is kept when that is committed. */
  readonly isNew: boolean
}

/** A workbook that was read and parsed. */
export type ParsedFile = {
  /** The name people know it by; unique within the batch. */
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly parsed: ParsedWorkbook
  /** What an issued workbook carries in it; null or absent for a tracker of somebody's own. */
  readonly marks?: IssueMarks | null
  readonly mapping?: AppliedMapping | null
}

export type ImportOptions = {
  /** Whose workbooks they are; null where they are recognised by their layout. */
  readonly sender: string | null
  /** The label of the reporting period, such as '2020-02'; null for the one that the day falls in. */
  readonly period: string | null
  /** ISO day of the import. */
  readonly today: string
  /** ISO day that the workbooks speak for where they don't say themselves; without one today. */
  readonly on?: string | null
  /** The name of a saved mapping of columns to read them by. */
  readonly mapping?: string | null
  /** What a person has answered so far. */
  readonly answers?: ImportAnswers
}

/** What was read, so that it can be planned again without reading it again. */
export type ReadBatch = {
  readonly files: readonly (ParsedFile | ParsedCopy | RefusedFile)[]
  /** Where the files lie, by name, refused ones too. */
  readonly paths: ReadonlyMap<string, string>
  readonly options: ImportOptions
}

/** What a file is the return of. */
export type IssuedOrigin = {
  readonly issuedId: string
  /** The actions that it asked about, in its order. */
  readonly rows: readonly { readonly actionId: string; readonly ref: string }[]
}

/** A workbook that was read and matched, with the base it is merged against. */
export type MatchedFile = {
  /** The name people know it by; unique within the batch. */
  readonly file: string
  readonly path: string
  readonly sha256: string
  /** What the sheets and headings look like: recognises the same tracker next time. */
  readonly layout: string
  readonly sender: string | null
  /** The label of the reporting period, such as '2020-02', where one was named. */
  readonly period: string | null
  readonly parsed: ParsedWorkbook
  /** One a draft, in their order. */
  readonly matches: readonly Match[]
  /** By action id. */
  readonly bases: ReadonlyMap<string, RowBase>
  readonly alreadyImported: string | null
  /** Only where it is the return of a workbook that was issued. */
  readonly issued?: IssuedOrigin | null
  /** The ISO day that it speaks for where it does not say itself; without one the day of the import. */
  readonly on?: string
  readonly mapping?: AppliedMapping | null
  /** By place in `drafts`: what a person said the row is. */
  readonly answered?: ReadonlyMap<number, RowAnswered>
  /** By place in `drafts`: rows whose remembered answer is no longer to hold. */
  readonly forgotten?: ReadonlySet<number>
  /** By place in `drafts`: something to say of a row that was remembered. */
  readonly remarks?: ReadonlyMap<number, Remark>
  /** The import whose open values these are; absent for a workbook. */
  readonly resumes?: string
}

export type PlannedRow = {
  readonly row: PreviewRow
  readonly draft: Draft
  readonly actionId: string | null
  /** Questions of the last import that this one leaves as they are. */
  readonly stillOpen: readonly ChangeField[]
  readonly answered?: RowAnswered | null
  readonly forgotten?: boolean
}

export type PlannedFile = {
  readonly source: MatchedFile
  readonly preview: PreviewFile
  readonly rows: readonly PlannedRow[]
  /** Only where it is a group copy: what each value brings. */
  readonly copy?: CopyPlan
}

/**
 * What was previewed, kept until it is committed: the rows with their actions, so that nothing is matched again, and the
 * programme's revision, so that a programme that changed meanwhile is noticed.
 */
export type ImportPlan = {
  readonly revision: number
  /** ISO day of the import. */
  readonly today: string
  readonly document: PreviewDocument
  readonly files: readonly (PlannedFile | RefusedFile)[]
  readonly read?: ReadBatch
}

export const isRefused = <T>(file: T | RefusedFile): file is RefusedFile =>
  typeof file === 'object' && file !== null && 'error' in file
