import type { Migration } from '../migration.ts'

/**
 * Group copies. In a copy: which programme and groups it was made from (one row). In the programme: the copies that were
 * made, and which import is the return of which copy, how far it had been worked on by then, and what was left open.
 * Frozen once shipped.
 */
export const migration50: Migration = {
  version: 50,
  up: (db) => db.exec(schema),
}

const schema = `
  CREATE TABLE "copy_origin" (
    "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
    "copy_id" TEXT NOT NULL,
    "groups" TEXT NOT NULL CHECK (json_valid("groups")),
    "whole" INTEGER NOT NULL CHECK ("whole" IN (0, 1)),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL
  ) STRICT;
  CREATE TABLE "copy_made" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groups" TEXT NOT NULL CHECK (json_valid("groups")),
    "file" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL
  ) STRICT;
  CREATE TABLE "copy_return" (
    "import_id" TEXT NOT NULL PRIMARY KEY REFERENCES "import" ("id"),
    "copy_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "trail" TEXT NOT NULL,
    "void" INTEGER NOT NULL DEFAULT 0 CHECK ("void" IN (0, 1)),
    "open" TEXT NOT NULL CHECK (json_valid("open"))
  ) STRICT;
  CREATE INDEX "copy_return_by_copy_id" ON "copy_return" ("copy_id");
`
