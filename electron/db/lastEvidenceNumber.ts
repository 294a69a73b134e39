import type { ReadDb } from './types.ts'

/** The highest number that evidence was ever given, retired evidence too; 0 where there is none. */
export const lastEvidenceNumber = (db: ReadDb): number =>
  Number(db.prepare(`SELECT coalesce(max("number"), 0) FROM "evidence"`).pluck().get())
