import type { Migration } from '../migration.ts'

/** Of each paper in the register: the working group that it is about, and whether it was made for the public. Frozen once shipped. */
export const migration70: Migration = {
  version: 70,
  up: (db) => db.exec(schema),
}

const schema = `
  ALTER TABLE "document" ADD COLUMN "group_number" INTEGER;
  ALTER TABLE "document" ADD COLUMN "audience" TEXT;
`
