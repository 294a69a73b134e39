import type { Migration } from '../migration.ts'

/** The day by which an issued workbook is wanted back, where one was named. Frozen once shipped. */
export const migration30: Migration = {
  version: 30,
  up: (db) =>
    db.exec(
      `ALTER TABLE "issued" ADD COLUMN "return_by" TEXT CHECK ("return_by" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')`,
    ),
}
