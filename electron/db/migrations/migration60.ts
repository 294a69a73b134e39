import type { Migration } from '../migration.ts'

/**
 * What papers print and no table held yet: evidence, risks, decisions, asks, what families said and what was done, wordings
 * for other readers, and the texts that only a paper needs. Frozen once shipped.
 */
export const migration60: Migration = {
  version: 60,
  up: (db) => db.exec(schema),
}

const schema = `
  CREATE TABLE "evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "number" INTEGER NOT NULL,
    "claim" TEXT NOT NULL,
    "action_id" TEXT REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "priority_id" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
    "measure_id" TEXT REFERENCES "measure" ("id") DEFERRABLE INITIALLY DEFERRED,
    "baseline" TEXT,
    "latest" TEXT,
    "source" TEXT,
    "at" TEXT NOT NULL,
    "voice" TEXT,
    "strength" TEXT,
    "not_measurable" TEXT
  ) STRICT;
  CREATE INDEX "evidence_by_action_id" ON "evidence" ("action_id");
  CREATE TABLE "risk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "cause" TEXT,
    "effect" TEXT,
    "likelihood" INTEGER,
    "impact" INTEGER,
    "mitigation" TEXT,
    "owner" TEXT,
    "raised_on" TEXT,
    "review_on" TEXT,
    "closed_on" TEXT
  ) STRICT;
  CREATE TABLE "decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "board_id" TEXT REFERENCES "board" ("id") DEFERRABLE INITIALLY DEFERRED,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "period_id" TEXT REFERENCES "period" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "decided_on" TEXT,
    "note" TEXT
  ) STRICT;
  CREATE INDEX "decision_by_board_id" ON "decision" ("board_id");
  CREATE TABLE "ask" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "to" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "asked_on" TEXT,
    "answer" TEXT,
    "answered_on" TEXT
  ) STRICT;
  CREATE TABLE "feedback" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "you_said" TEXT NOT NULL,
    "whose" TEXT,
    "heard_at" TEXT,
    "heard_on" TEXT,
    "we_did" TEXT,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "action_id" TEXT REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "told_whom" TEXT,
    "told_on" TEXT
  ) STRICT;
  CREATE INDEX "feedback_by_action_id" ON "feedback" ("action_id");
  CREATE TABLE "wording" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "update_id" TEXT NOT NULL REFERENCES "update" ("id") DEFERRABLE INITIALLY DEFERRED,
    "audience" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT
  ) STRICT;
  CREATE INDEX "wording_by_update_id" ON "wording" ("update_id");
  CREATE TABLE "paper_text" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "board_id" TEXT REFERENCES "board" ("id") DEFERRABLE INITIALLY DEFERRED,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "period_id" TEXT REFERENCES "period" ("id") DEFERRABLE INITIALLY DEFERRED,
    "part" TEXT NOT NULL,
    "text" TEXT NOT NULL
  ) STRICT;
  CREATE INDEX "paper_text_by_board_id" ON "paper_text" ("board_id");
`
