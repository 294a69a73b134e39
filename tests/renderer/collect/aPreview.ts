import type {
  FieldChange,
  PreviewDocument,
  PreviewFile,
  PreviewRow,
} from '../../../shared/import/previewDocument.ts'

/** A field as a returned workbook gives it; a conflict unless told otherwise. */
export const aChange = (part: Partial<FieldChange> = {}): FieldChange => ({
  field: 'progress',
  base: 'Draft written.',
  current: 'Draft written and sent round.',
  returned: 'Draft written and agreed.',
  resolution: 'conflict',
  why: 'Changed in the programme and in the workbook.',
  ...part,
})

export const aRow = (part: Partial<PreviewRow> = {}): PreviewRow => ({
  sheet: 'WG1',
  row: 2,
  outcome: 'changed',
  ref: '1.1.1',
  matchedBy: 'ref',
  action: 'Agree the Local Area Agreement.',
  changes: [aChange({ resolution: 'take-returned' })],
  problems: [],
  ...part,
})

export const aFile = (part: Partial<PreviewFile> = {}): PreviewFile => ({
  file: 'WG1 update.xlsx',
  sha256: 'aa',
  kind: 'tracker',
  issuedId: null,
  sender: null,
  on: '2020-02-14',
  period: null,
  mapping: null,
  sheets: [],
  rows: [aRow()],
  missing: [],
  totals: { rows: 1, changed: 1, unchanged: 0, new: 0, unmatched: 0, conflict: 0, invalid: 0, ignored: 0 },
  alreadyImported: null,
  ...part,
})

export const aPreview = (...files: PreviewDocument['files']): PreviewDocument => ({
  files,
  totals: { rows: 1, changed: 1, unchanged: 0, new: 0, unmatched: 0, conflict: 0, invalid: 0, ignored: 0 },
})
