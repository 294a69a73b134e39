import type { Migration } from '../migration.ts'

/**
 * What was issued, cell for cell, so that a returned workbook can be compared with it; which import is the return of
 * which issued workbook, and which of its rows answered "no change". Frozen once shipped.
 */
export const migration20: Migration = {
  version: 20,
  up: (db) => db.exec(schema),
}

const schema = `
  CREATE TABLE "issued" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "by" TEXT NOT NULL CHECK ("by" IN ('lead', 'group')),
    "recipient" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL
  ) STRICT;
  CREATE TABLE "issued_row" (
    "issued_id" TEXT NOT NULL REFERENCES "issued" ("id"),
    "action_id" TEXT NOT NULL REFERENCES "action" ("id"),
    "ref" TEXT NOT NULL,
    "cells" TEXT NOT NULL CHECK (json_valid("cells")),
    "current" TEXT NOT NULL CHECK (json_valid("current")),
    "read_back" TEXT NOT NULL CHECK (json_valid("read_back")),
    PRIMARY KEY ("issued_id", "action_id")
  ) STRICT;
  ALTER TABLE "import" ADD COLUMN "issued_id" TEXT REFERENCES "issued" ("id");
  ALTER TABLE "import_row" ADD COLUMN "no_change" INTEGER NOT NULL DEFAULT 0 CHECK ("no_change" IN (0, 1));
  CREATE INDEX "issued_row_by_action_id" ON "issued_row" ("action_id");
  CREATE INDEX "import_by_issued_id" ON "import" ("issued_id");
`
