import { printMonth } from '../../dates/printDay.ts'
import type { Programme } from '../programme.ts'
import type { ReportedImport } from './importFates.ts'

/** What kind of file it was, to begin a sentence with. */
export const kindWords = {
  issued: 'The workbook that was sent out',
  tracker: 'A tracker of the sender’s own',
  copy: 'A group’s copy of the programme',
} as const satisfies Record<ReportedImport['kind'], string>

/** The same in a table. */
export const kindCell = {
  issued: 'Workbook sent out',
  tracker: 'Own tracker',
  copy: 'Group copy',
} as const satisfies Record<ReportedImport['kind'], string>

/** From whom, as far as the record knows. */
export const fromWords = ({ sender }: ReportedImport): string =>
  sender === null ? '(nobody said from whom)' : `from ${sender}`

/** A cell such as "G7"; where only the row is known, the row. */
export const letterOfCell = (cell: string | null, row: number): string => cell ?? `Row\u00a0${row}`

/** A reporting period by its name; a month that the programme has no period for, as people write it. */
export const periodWords = (p: Programme, label: string): string =>
  p.tables.period.find((x) => x.label === label)?.name ??
  (/^\d{4}-\d{2}$/u.test(label) ? printMonth(`${label}-01`) : label)
