import { z } from 'zod'
import { completion } from '../model/fields.ts'

/** The fields that a tracker's column can hold, in the words of the command line's contract. */
export const fieldName = z.enum([
  'ref',
  'objective',
  'action',
  'intendedImpact',
  'measureOfSuccess',
  'leads',
  'accountable',
  'completion',
  'revisedCompletion',
  'revisedReason',
  'deliveryRating',
  'impactRating',
  'percentComplete',
  'progress',
  'nextSteps',
  'issues',
  'evidence',
  'updatedOn',
])
export type FieldName = z.infer<typeof fieldName>

/** Text as read; ratings by code; dates as completions; percent 0 to 100; leads as a list; updatedOn an ISO day. */
export const fieldValue = z.union([z.string(), z.number(), z.array(z.string()), completion])
export type FieldValue = z.infer<typeof fieldValue>

/** Something a reader of the file should know, with its cell; `message` is a sentence for people. */
export const problem = z.object({ code: z.string(), cell: z.string().nullable(), message: z.string() })
export type Problem = z.infer<typeof problem>

/** A value that was read, its cell, and, where it is ambiguous in itself, why a person must be asked. */
export type DraftValue = {
  readonly value: FieldValue
  readonly cell: string
  /** Text and fill disagree, "Amber/Green", "A→G": offered as 'ask', never taken. */
  readonly ambiguous: string | null
}

/** One row below the header that has any text, number or fill in a mapped column. */
export type Draft = {
  readonly sheet: string
  /** 1-based row of the sheet. */
  readonly row: number
  /** 'ignored': banner, objective heading, total, repeated header, key; the reason is in `problems`. */
  readonly kind: 'action' | 'ignored'
  /** As printed, and normalised ("Action 6.1.10." is 6.1.10); null where there is none. */
  readonly refText: string | null
  readonly ref: string | null
  readonly values: Readonly<Partial<Record<FieldName, DraftValue>>>
  /** Older dated rating columns ("RAG Nov 19"): kept as history, never the current value. */
  readonly history: readonly {
    readonly field: 'deliveryRating' | 'impactRating'
    readonly header: string
    readonly code: string
    readonly cell: string
  }[]
  /** Fields whose cell holds something that can't be read: the row is 'invalid'; good values still count. */
  readonly invalid: readonly FieldName[]
  /** What stands in the cells of invalid fields that have no value. */
  readonly unread?: Readonly<Partial<Record<FieldName, string>>>
  /** Fields of an issued row that still stand as they were printed: its lead said nothing there. */
  readonly printed?: readonly FieldName[]
  readonly problems: readonly Problem[]
  /** Text of mapped or unmapped cells that no field takes (comments, extra columns): kept and shown. */
  readonly notes: readonly { readonly header: string; readonly text: string; readonly cell: string }[]
}

export const readColumn = z.object({
  column: z.string(),
  header: z.string(),
  field: fieldName.nullable(),
  how: z.enum(['exact', 'synonym', 'similar', 'saved', 'none']),
})
export type ReadColumn = z.infer<typeof readColumn>

export const readSheet = z.object({
  name: z.string(),
  headerRow: z.number().int().nullable(),
  read: z.boolean(),
  columns: z.array(readColumn),
})
export type ReadSheet = z.infer<typeof readSheet>

/** What a careful person takes from one workbook, before anything is matched. */
export type ParsedWorkbook = {
  readonly sheets: readonly ReadSheet[]
  readonly drafts: readonly Draft[]
  readonly problems: readonly Problem[]
}
