import { readCompletion } from '../../shared/dates/readCompletion.ts'
import type { Draft, DraftValue, FieldName, FieldValue, ParsedWorkbook } from '../../shared/workbook/draft.ts'

type Values = { readonly [F in FieldName]?: FieldValue | undefined }

const columns: readonly FieldName[] = [
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
]

const cellOf = (field: FieldName, row: number): string =>
  `${String.fromCharCode(65 + columns.indexOf(field))}${row}`

/** A row as the reader hands it on; dates as they are written; what is undefined is left out. */
export function aDraft(
  row: number,
  values: Values,
  more: Partial<Draft> & { ambiguous?: Partial<Record<FieldName, string>> } = {},
): Draft {
  const { ambiguous, ...rest } = more
  const ref = typeof values.ref === 'string' ? values.ref : null
  const given = Object.entries(values).filter((e): e is [string, FieldValue] => e[1] !== undefined)
  const read = given.map(([field, value]): [FieldName, DraftValue] => [
    field as FieldName,
    {
      value: isDateField(field) && typeof value === 'string' ? aDate(value) : value,
      cell: cellOf(field as FieldName, row),
      ambiguous: ambiguous?.[field as FieldName] ?? null,
    },
  ])
  return {
    sheet: 'Tracker',
    row,
    kind: 'action',
    refText: ref,
    ref:
      ref
        ?.replace(/^Action /u, '')
        .replace(/\.$/u, '')
        .trim() ?? null,
    values: Object.fromEntries(read),
    history: [],
    invalid: [],
    problems: [],
    notes: [],
    ...rest,
  }
}

const isDateField = (field: string): boolean => field === 'completion' || field === 'revisedCompletion'

export function aDate(text: string): FieldValue {
  const { earliest, latest, precision } = readCompletion(text, {
    startedOn: '2019-08-01',
    near: '2020-02-14',
  })
  return { text, earliest, latest, precision }
}

/** A workbook of one sheet with these rows. */
export function aWorkbook(drafts: readonly Draft[], sheet = 'Tracker'): ParsedWorkbook {
  return {
    sheets: [
      {
        name: sheet,
        headerRow: 1,
        read: true,
        columns: columns.map((field) => ({
          column: cellOf(field, 1).slice(0, 1),
          header: field,
          field,
          how: 'exact',
        })),
      },
    ],
    drafts,
    problems: [],
  }
}
