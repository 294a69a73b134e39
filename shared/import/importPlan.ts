import type { Draft, FieldName, ParsedWorkbook } from '../workbook/draft.ts'
import type { Match } from './matchRows.ts'
import type { RowBase } from './mergeRow.ts'
import type { PreviewDocument, PreviewFile, PreviewRow, RefusedFile } from './previewDocument.ts'

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
}

export type PlannedRow = {
  readonly row: PreviewRow
  readonly draft: Draft
  readonly actionId: string | null
  /** Questions of the last import that this one leaves as they are. */
  readonly stillOpen: readonly FieldName[]
}

export type PlannedFile = {
  readonly source: MatchedFile
  readonly preview: PreviewFile
  readonly rows: readonly PlannedRow[]
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
}

export const isRefused = <T>(file: T | RefusedFile): file is RefusedFile =>
  typeof file === 'object' && file !== null && 'error' in file
