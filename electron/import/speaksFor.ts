import { isSameLayout } from '../../shared/import/layoutOf.ts'
import type { ImportRecord } from '../db/importsTable.ts'
import { sameName } from './findBase.ts'

/** Whether a later import speaks for the sender of an earlier one. */
export function speaksFor(later: ImportRecord, earlier: ImportRecord): boolean {
  if (later.resumes === earlier.id) return true
  if (later.issuedId !== null || earlier.issuedId !== null) return later.issuedId === earlier.issuedId
  if (later.sender !== null && earlier.sender !== null) return sameName(later.sender, earlier.sender)
  return isSameLayout(later.layout, earlier.layout)
}
