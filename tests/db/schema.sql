CREATE TABLE "action" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "objective_id" TEXT NOT NULL REFERENCES "objective" ("id") DEFERRABLE INITIALLY DEFERRED,
    "ref" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "intended_impact" TEXT,
    "measure_of_success" TEXT,
    "completion" TEXT CHECK (json_valid("completion")),
    "accountable" TEXT,
    "note" TEXT
  ) STRICT;

CREATE TABLE "action_lead" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "action_id" TEXT NOT NULL REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "post_id" TEXT REFERENCES "post" ("id") DEFERRABLE INITIALLY DEFERRED,
    "printed" TEXT NOT NULL,
    "place" TEXT
  ) STRICT;

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

CREATE TABLE "assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "period_id" TEXT NOT NULL REFERENCES "period" ("id") DEFERRABLE INITIALLY DEFERRED,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "priority_id" TEXT REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
    "delivery" TEXT,
    "impact" TEXT,
    "reason" TEXT,
    "commentary" TEXT
  ) STRICT;

CREATE TABLE "batch" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "import_id" TEXT,
    "undoes_batch" INTEGER REFERENCES "batch" ("id")
  ) STRICT;

CREATE TABLE "board" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "alternative_names" TEXT NOT NULL CHECK (json_valid("alternative_names")),
    "role" TEXT,
    "chair_name" TEXT,
    "chair_title" TEXT,
    "reports_to_id" TEXT REFERENCES "board" ("id") DEFERRABLE INITIALLY DEFERRED,
    "members" TEXT NOT NULL CHECK (json_valid("members")),
    "cadence" TEXT,
    "papers_due_days" INTEGER,
    "note" TEXT
  ) STRICT;

CREATE TABLE "change" (
    "id" INTEGER PRIMARY KEY,
    "batch_id" INTEGER NOT NULL REFERENCES "batch" ("id"),
    "entity" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('added', 'edited', 'retired', 'restored')),
    "field" TEXT,
    "before" TEXT CHECK ("before" IS NULL OR json_valid("before")),
    "after" TEXT CHECK ("after" IS NULL OR json_valid("after"))
  ) STRICT;

CREATE TABLE "column_mapping" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "sender" TEXT,
    "sheets" TEXT NOT NULL CHECK (json_valid("sheets")),
    "by" TEXT NOT NULL,
    "at" TEXT NOT NULL
  ) STRICT;

CREATE TABLE "copy_made" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "groups" TEXT NOT NULL CHECK (json_valid("groups")),
    "file" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL
  ) STRICT;

CREATE TABLE "copy_origin" (
    "id" INTEGER PRIMARY KEY CHECK ("id" = 1),
    "copy_id" TEXT NOT NULL,
    "groups" TEXT NOT NULL CHECK (json_valid("groups")),
    "whole" INTEGER NOT NULL CHECK ("whole" IN (0, 1)),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL
  ) STRICT;

CREATE TABLE "copy_return" (
    "import_id" TEXT NOT NULL PRIMARY KEY REFERENCES "import" ("id"),
    "copy_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "trail" TEXT NOT NULL,
    "void" INTEGER NOT NULL DEFAULT 0 CHECK ("void" IN (0, 1)),
    "open" TEXT NOT NULL CHECK (json_valid("open"))
  ) STRICT;

CREATE TABLE "date_change" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "action_id" TEXT NOT NULL REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "completion" TEXT NOT NULL CHECK (json_valid("completion")),
    "reason" TEXT,
    "approved_by" TEXT,
    "approved_on" TEXT,
    "at" TEXT NOT NULL,
    "by" TEXT,
    "import_id" TEXT REFERENCES "import" ("id") DEFERRABLE INITIALLY DEFERRED
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

CREATE TABLE "document" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "board" TEXT,
    "as_at" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL
  , "group_number" INTEGER, "audience" TEXT) STRICT;

CREATE TABLE "engagement_opportunity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "as_at" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "work_areas" TEXT NOT NULL CHECK (json_valid("work_areas")),
    "note" TEXT
  ) STRICT;

CREATE TABLE "event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "name" TEXT NOT NULL,
    "type" TEXT,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "date_text" TEXT,
    "date" TEXT,
    "precision" TEXT,
    "time_text" TEXT,
    "locations" TEXT NOT NULL CHECK (json_valid("locations")),
    "venue" TEXT,
    "count" INTEGER,
    "attendance_text" TEXT,
    "organiser" TEXT,
    "status" TEXT,
    "source" TEXT,
    "description" TEXT,
    "note" TEXT
  ) STRICT;

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

CREATE TABLE "glossary_entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "abbreviation" TEXT NOT NULL,
    "in_full" TEXT,
    "definition" TEXT,
    "note" TEXT,
    "in_plan_glossary" INTEGER NOT NULL CHECK ("in_plan_glossary" IN (0, 1))
  ) STRICT;

CREATE TABLE "group_priority" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "group_id" TEXT NOT NULL REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "priority_id" TEXT NOT NULL REFERENCES "priority" ("id") DEFERRABLE INITIALLY DEFERRED,
    "heading" TEXT,
    "overview" TEXT
  ) STRICT;

CREATE TABLE "import" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sender" TEXT,
    "layout" TEXT NOT NULL,
    "period" TEXT,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "batch" INTEGER REFERENCES "batch" ("id"),
    "undone_at" TEXT,
    "rows" INTEGER NOT NULL,
    "fields" INTEGER NOT NULL,
    "totals" TEXT NOT NULL CHECK (json_valid("totals")),
    "preview" TEXT NOT NULL CHECK (json_valid("preview"))
  , "issued_id" TEXT REFERENCES "issued" ("id"), "resumes" TEXT REFERENCES "import" ("id")) STRICT;

CREATE TABLE "import_row" (
    "import_id" TEXT NOT NULL REFERENCES "import" ("id"),
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "ref" TEXT,
    "action_id" TEXT,
    "matched_by" TEXT NOT NULL,
    "returned" TEXT NOT NULL CHECK (json_valid("returned")),
    "taken" TEXT NOT NULL CHECK (json_valid("taken")),
    "open" TEXT NOT NULL CHECK (json_valid("open")),
    "void" TEXT NOT NULL CHECK (json_valid("void")), "no_change" INTEGER NOT NULL DEFAULT 0 CHECK ("no_change" IN (0, 1)),
    PRIMARY KEY ("import_id", "sheet", "row")
  ) STRICT;

CREATE TABLE "inspection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "bodies" TEXT NOT NULL CHECK (json_valid("bodies")),
    "started_on" TEXT NOT NULL,
    "ended_on" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reported_on" TEXT
  ) STRICT;

CREATE TABLE "issued" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "by" TEXT NOT NULL CHECK ("by" IN ('lead', 'group')),
    "recipient" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL
  , "return_by" TEXT CHECK ("return_by" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')) STRICT;

CREATE TABLE "issued_row" (
    "issued_id" TEXT NOT NULL REFERENCES "issued" ("id"),
    "action_id" TEXT NOT NULL REFERENCES "action" ("id"),
    "ref" TEXT NOT NULL,
    "cells" TEXT NOT NULL CHECK (json_valid("cells")),
    "current" TEXT NOT NULL CHECK (json_valid("current")),
    "read_back" TEXT NOT NULL CHECK (json_valid("read_back")),
    PRIMARY KEY ("issued_id", "action_id")
  ) STRICT;

CREATE TABLE "link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "from_action_id" TEXT REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "from_objective_id" TEXT REFERENCES "objective" ("id") DEFERRABLE INITIALLY DEFERRED,
    "to_group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "to_objective_id" TEXT REFERENCES "objective" ("id") DEFERRABLE INITIALLY DEFERRED,
    "to_action_id" TEXT REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "found_in" TEXT,
    "scope" TEXT
  ) STRICT;

CREATE TABLE "measure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "unit" TEXT,
    "source" TEXT,
    "note" TEXT
  ) STRICT;

CREATE TABLE "measure_value" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "measure_id" TEXT NOT NULL REFERENCES "measure" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "value" REAL,
    "note" TEXT
  ) STRICT;

CREATE TABLE "meeting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "board_id" TEXT NOT NULL REFERENCES "board" ("id") DEFERRABLE INITIALLY DEFERRED,
    "held_on" TEXT NOT NULL,
    "agenda_item" TEXT,
    "note" TEXT
  ) STRICT;

CREATE TABLE "meta" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) STRICT;

CREATE TABLE "milestone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "action_id" TEXT NOT NULL REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL,
    "date" TEXT CHECK (json_valid("date")),
    "recurrence" TEXT,
    "qualifier" TEXT,
    "printed_date" TEXT,
    "note" TEXT,
    "done_on" TEXT
  ) STRICT;

CREATE TABLE "objective" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "group_id" TEXT NOT NULL REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "ref" TEXT NOT NULL,
    "title" TEXT,
    "note" TEXT,
    "spans" TEXT NOT NULL CHECK (json_valid("spans"))
  ) STRICT;

CREATE TABLE "officer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "role_text" TEXT,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation_id" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
  ) STRICT;

CREATE TABLE "organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "name" TEXT NOT NULL,
    "abbreviation" TEXT,
    "kind" TEXT,
    "spellings" TEXT NOT NULL CHECK (json_valid("spellings")),
    "name_outside_source" TEXT,
    "successor_id" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "note" TEXT
  ) STRICT;

CREATE TABLE "paper_text" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "board_id" TEXT REFERENCES "board" ("id") DEFERRABLE INITIALLY DEFERRED,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "period_id" TEXT REFERENCES "period" ("id") DEFERRABLE INITIALLY DEFERRED,
    "part" TEXT NOT NULL,
    "text" TEXT NOT NULL
  ) STRICT;

CREATE TABLE "period" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "label" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL
  ) STRICT;

CREATE TABLE "post" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "title" TEXT NOT NULL,
    "organisation_id" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "spellings" TEXT NOT NULL CHECK (json_valid("spellings")),
    "note" TEXT
  ) STRICT;

CREATE TABLE "post_holder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "post_id" TEXT NOT NULL REFERENCES "post" ("id") DEFERRABLE INITIALLY DEFERRED,
    "name" TEXT NOT NULL,
    "from_day" TEXT,
    "to_day" TEXT,
    "basis" TEXT
  ) STRICT;

CREATE TABLE "priority" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL
  ) STRICT;

CREATE TABLE "programme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "name" TEXT NOT NULL,
    "document_title" TEXT NOT NULL,
    "local_area" TEXT NOT NULL,
    "started_on" TEXT NOT NULL,
    "plan_date" TEXT,
    "approved_by_dfe" TEXT,
    "approved_note" TEXT,
    "marking" TEXT NOT NULL,
    "vision" TEXT,
    "vision_owner" TEXT,
    "success_intro" TEXT,
    "success_statements" TEXT NOT NULL CHECK (json_valid("success_statements")),
    "introduction" TEXT NOT NULL CHECK (json_valid("introduction")),
    "working_together" TEXT NOT NULL CHECK (json_valid("working_together")),
    "accountability" TEXT NOT NULL CHECK (json_valid("accountability")),
    "priorities_intro" TEXT,
    "partners" TEXT NOT NULL CHECK (json_valid("partners")),
    "boards_note" TEXT,
    "measures_intro" TEXT,
    "measures_footnote" TEXT,
    "measures_note" TEXT
  ) STRICT;

CREATE TABLE "rating" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "action_id" TEXT NOT NULL REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT,
    "at" TEXT NOT NULL,
    "by" TEXT,
    "period_id" TEXT REFERENCES "period" ("id") DEFERRABLE INITIALLY DEFERRED,
    "import_id" TEXT REFERENCES "import" ("id") DEFERRABLE INITIALLY DEFERRED
  ) STRICT;

CREATE TABLE "recommendation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "board_id" TEXT NOT NULL REFERENCES "board" ("id") DEFERRABLE INITIALLY DEFERRED,
    "period_id" TEXT REFERENCES "period" ("id") DEFERRABLE INITIALLY DEFERRED,
    "text" TEXT NOT NULL
  ) STRICT;

CREATE TABLE "recovery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "action_id" TEXT NOT NULL REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "cause" TEXT,
    "plan" TEXT,
    "who" TEXT,
    "due" TEXT CHECK (json_valid("due")),
    "effect" TEXT,
    "ask" TEXT
  ) STRICT;

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

CREATE TABLE "scale_step" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "fill" TEXT NOT NULL,
    "ink" TEXT NOT NULL,
    "bar" TEXT NOT NULL,
    "counts_as_done" INTEGER NOT NULL CHECK ("counts_as_done" IN (0, 1)),
    "needs_recovery" INTEGER NOT NULL CHECK ("needs_recovery" IN (0, 1))
  ) STRICT;

CREATE TABLE "snapshot" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "label" TEXT NOT NULL UNIQUE,
    "taken_at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BLOB NOT NULL
  ) STRICT;

CREATE TABLE "survey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "name" TEXT NOT NULL,
    "as_at" TEXT NOT NULL,
    "description" TEXT,
    "total_printed" TEXT,
    "context" TEXT,
    "next" TEXT,
    "responses" TEXT NOT NULL CHECK (json_valid("responses")),
    "responses_total" INTEGER,
    "positive_comments" TEXT NOT NULL CHECK (json_valid("positive_comments")),
    "less_good_comments" TEXT NOT NULL CHECK (json_valid("less_good_comments")),
    "note" TEXT
  ) STRICT;

CREATE TABLE "update" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "action_id" TEXT REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
    "group_id" TEXT REFERENCES "working_group" ("id") DEFERRABLE INITIALLY DEFERRED,
    "period_id" TEXT REFERENCES "period" ("id") DEFERRABLE INITIALLY DEFERRED,
    "at" TEXT NOT NULL,
    "by" TEXT,
    "source" TEXT NOT NULL,
    "source_note" TEXT,
    "progress" TEXT,
    "next_steps" TEXT,
    "issues" TEXT,
    "evidence" TEXT,
    "percent_complete" REAL,
    "import_id" TEXT REFERENCES "import" ("id") DEFERRABLE INITIALLY DEFERRED
  ) STRICT;

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

CREATE TABLE "working_group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "retired_at" TEXT,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "alternative_names" TEXT NOT NULL CHECK (json_valid("alternative_names")),
    "chair_name" TEXT,
    "chair_title" TEXT,
    "chair_organisation_id" TEXT REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
    "chair_organisation_printed" TEXT,
    "note" TEXT
  ) STRICT;

CREATE INDEX "action_by_objective_id" ON "action" ("objective_id");

CREATE INDEX "action_lead_by_action_id" ON "action_lead" ("action_id");

CREATE INDEX "assessment_by_group_id" ON "assessment" ("group_id");

CREATE INDEX "batch_by_undoes_batch" ON "batch" ("undoes_batch");

CREATE INDEX "change_by_batch_id" ON "change" ("batch_id");

CREATE INDEX "change_by_row" ON "change" ("row_id", "field");

CREATE INDEX "copy_return_by_copy_id" ON "copy_return" ("copy_id");

CREATE INDEX "date_change_by_action_id" ON "date_change" ("action_id");

CREATE INDEX "date_change_by_import_id" ON "date_change" ("import_id");

CREATE INDEX "decision_by_board_id" ON "decision" ("board_id");

CREATE INDEX "event_by_group_id" ON "event" ("group_id");

CREATE INDEX "evidence_by_action_id" ON "evidence" ("action_id");

CREATE INDEX "feedback_by_action_id" ON "feedback" ("action_id");

CREATE INDEX "group_priority_by_group_id" ON "group_priority" ("group_id");

CREATE INDEX "import_by_issued_id" ON "import" ("issued_id");

CREATE INDEX "import_by_sha256" ON "import" ("sha256");

CREATE INDEX "import_row_by_action_id" ON "import_row" ("action_id");

CREATE INDEX "issued_row_by_action_id" ON "issued_row" ("action_id");

CREATE INDEX "link_by_from_action_id" ON "link" ("from_action_id");

CREATE INDEX "link_by_to_action_id" ON "link" ("to_action_id");

CREATE INDEX "measure_value_by_measure_id" ON "measure_value" ("measure_id");

CREATE INDEX "milestone_by_action_id" ON "milestone" ("action_id");

CREATE INDEX "objective_by_group_id" ON "objective" ("group_id");

CREATE INDEX "paper_text_by_board_id" ON "paper_text" ("board_id");

CREATE INDEX "rating_by_action_id" ON "rating" ("action_id");

CREATE INDEX "rating_by_import_id" ON "rating" ("import_id");

CREATE INDEX "recovery_by_action_id" ON "recovery" ("action_id");

CREATE INDEX "update_by_action_id" ON "update" ("action_id");

CREATE INDEX "update_by_group_id" ON "update" ("group_id");

CREATE INDEX "update_by_import_id" ON "update" ("import_id");

CREATE INDEX "wording_by_update_id" ON "wording" ("update_id");
