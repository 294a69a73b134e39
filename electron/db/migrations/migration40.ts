import type { Migration } from '../migration.ts'

/**
 * What people said of rows that matched nothing by themselves, remembered for the sender's next workbook; mappings of
 * columns that were corrected; and which import settled what another had left open. Frozen once shipped.
 */
export const migration40: Migration = {
  version: 40,
  up: (db) =>
    db.exec(`
  ALTER TABLE "import" ADD COLUMN "resumes" TEXT REFERENCES "import" ("id");
  CREATE TABLE "row_answer" (
    "import_id" TEXT NOT NULL REFERENCES "import" ("id"),
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "ref_text" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('action', 'set-aside', 'forget')),
    "action_id" TEXT,
    "reason" TEXT,
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    PRIMARY KEY ("import_id", "sheet", "row")
  ) STRICT;
  CREATE TABLE "column_mapping" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "sender" TEXT,
    "sheets" TEXT NOT NULL CHECK (json_valid("sheets")),
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL
  ) STRICT;
`),
}
