CREATE TABLE "credentials" (
	"person_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_browsers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"role" text NOT NULL,
	"agency_id" text COLLATE "C",
	"granted_at" bigint NOT NULL,
	"granted_by" text COLLATE "C",
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"device" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"person_id" text COLLATE "C",
	"agency_id" text COLLATE "C",
	"unit_id" text COLLATE "C",
	"course_id" text COLLATE "C",
	"version_id" text COLLATE "C",
	"jp" integer DEFAULT 0 NOT NULL,
	"data" jsonb NOT NULL,
	"occurred_at" bigint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"transaction_id" text DEFAULT lpad(pg_current_xact_id()::text, 20, '0') NOT NULL,
	CONSTRAINT "activity_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C",
	"detail" jsonb NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"province_code" text COLLATE "C",
	"time_zone" text NOT NULL,
	"source" text NOT NULL,
	"needs_check" boolean NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_to" text COLLATE "C",
	"sort_key" text COLLATE "C" NOT NULL,
	CONSTRAINT "agencies_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "provinces" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"tile_column" integer NOT NULL,
	"tile_row" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"parent_id" text COLLATE "C",
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"level" integer NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_to" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "attempt_items" (
	"attempt_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"option_order" jsonb NOT NULL,
	"answer" jsonb,
	"saved_at" bigint,
	"points" double precision,
	CONSTRAINT "attempt_items_attempt_id_position_pk" PRIMARY KEY("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"enrolment_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"deadline_at" bigint NOT NULL,
	"submitted_at" bigint,
	"points" double precision,
	"score" integer,
	"passed" integer,
	CONSTRAINT "attempts_number" UNIQUE("enrolment_id","number")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"type" text NOT NULL,
	"competence" text COLLATE "C" NOT NULL,
	"level" integer NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "items_code" UNIQUE("version_id","code")
);
--> statement-breakpoint
CREATE TABLE "compiled_lessons" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"html" text NOT NULL,
	"headings" jsonb NOT NULL,
	"checks" jsonb NOT NULL,
	"compiled_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_versions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"outcomes" jsonb NOT NULL,
	"level" integer NOT NULL,
	"competences" jsonb NOT NULL,
	"jp" integer NOT NULL,
	"jp_calculation" jsonb NOT NULL,
	"form" integer NOT NULL,
	"authors" jsonb NOT NULL,
	"sources" jsonb NOT NULL,
	"reviewed_on" text NOT NULL,
	"signatory" jsonb NOT NULL,
	"exam" jsonb NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL,
	"search_text" text NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text COLLATE "C",
	"withdrawn_at" bigint,
	"withdrawn_reason" text,
	CONSTRAINT "course_versions_number" UNIQUE("course_id","number")
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"audience" text NOT NULL,
	"current_version_id" text COLLATE "C",
	"created_at" bigint NOT NULL,
	CONSTRAINT "courses_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"objective" text NOT NULL,
	"source" text NOT NULL,
	"source_hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_sequences" (
	"issuer_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "certificate_sequences_issuer_id_year_pk" PRIMARY KEY("issuer_id","year")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"enrolment_id" text COLLATE "C" NOT NULL,
	"attempt_id" text COLLATE "C" NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"issuer_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"print" jsonb NOT NULL,
	"jp" integer NOT NULL,
	"issued_at" bigint NOT NULL,
	"revoked_at" bigint,
	"revoked_reason" text,
	CONSTRAINT "certificates_code_unique" UNIQUE("code"),
	CONSTRAINT "certificates_number_unique" UNIQUE("number"),
	CONSTRAINT "certificates_enrolment_id_unique" UNIQUE("enrolment_id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"unique_key" text COLLATE "C",
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"run_at" bigint NOT NULL,
	"locked_until" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"finished_at" bigint,
	CONSTRAINT "jobs_unique_key_unique" UNIQUE("unique_key")
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"every_ms" integer NOT NULL,
	"next_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_answers" (
	"enrolment_id" text COLLATE "C" NOT NULL,
	"lesson_id" text COLLATE "C" NOT NULL,
	"check_id" text COLLATE "C" NOT NULL,
	"chosen" jsonb NOT NULL,
	"correct" boolean NOT NULL,
	"answered_at" bigint NOT NULL,
	CONSTRAINT "check_answers_enrolment_id_lesson_id_check_id_pk" PRIMARY KEY("enrolment_id","lesson_id","check_id")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"state" text NOT NULL,
	"enrolled_at" bigint NOT NULL,
	"finished_at" bigint,
	"passed_at" bigint,
	"last_lesson_id" text COLLATE "C",
	"last_seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "jp_ledger" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"jp" integer NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text COLLATE "C" NOT NULL,
	"credited_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"enrolment_id" text COLLATE "C" NOT NULL,
	"lesson_id" text COLLATE "C" NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "lesson_progress_enrolment_id_lesson_id_pk" PRIMARY KEY("enrolment_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"dismissed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "identifiers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_to" bigint
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"employment" text NOT NULL,
	"job_class" text NOT NULL,
	"position" text NOT NULL,
	"grade" text DEFAULT '' NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"valid_from" bigint NOT NULL,
	"valid_to" bigint
);
--> statement-breakpoint
CREATE TABLE "name_tokens" (
	"agency_id" text COLLATE "C" NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "name_tokens_agency_id_token_person_id_pk" PRIMARY KEY("agency_id","token","person_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title_before" text DEFAULT '' NOT NULL,
	"title_after" text DEFAULT '' NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"language" text DEFAULT 'id' NOT NULL,
	"time_zone" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agency_months" (
	"agency_id" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"finished" integer DEFAULT 0 NOT NULL,
	"passed" integer DEFAULT 0 NOT NULL,
	"certificates" integer DEFAULT 0 NOT NULL,
	"jp" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "agency_months_agency_id_month_pk" PRIMARY KEY("agency_id","month")
);
--> statement-breakpoint
CREATE TABLE "fold_cursors" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"transaction_id" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"folded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_course_months" (
	"agency_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"enrolled" integer DEFAULT 0 NOT NULL,
	"finished" integer DEFAULT 0 NOT NULL,
	"passed" integer DEFAULT 0 NOT NULL,
	"certificates" integer DEFAULT 0 NOT NULL,
	"jp" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "unit_course_months_agency_id_unit_id_course_id_month_pk" PRIMARY KEY("agency_id","unit_id","course_id","month")
);
--> statement-breakpoint
CREATE TABLE "draft_items" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft_id" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"item" jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_lessons" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"objective" text NOT NULL,
	"source" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "draft_media" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"open_course_id" text COLLATE "C",
	"facts" jsonb NOT NULL,
	"writer_ids" jsonb NOT NULL,
	"submitted_at" bigint,
	"submitted_by" text COLLATE "C",
	"national_review" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "drafts_open_course_id_unique" UNIQUE("open_course_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft_id" text COLLATE "C" NOT NULL,
	"reviewer_id" text COLLATE "C" NOT NULL,
	"decision" text NOT NULL,
	"remark" text NOT NULL,
	"decided_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_browsers" ADD CONSTRAINT "known_browsers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_province_code_provinces_code_fk" FOREIGN KEY ("province_code") REFERENCES "public"."provinces"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_versions" ADD CONSTRAINT "course_versions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_sequences" ADD CONSTRAINT "certificate_sequences_issuer_id_agencies_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issuer_id_agencies_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_last_lesson_id_lessons_id_fk" FOREIGN KEY ("last_lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jp_ledger" ADD CONSTRAINT "jp_ledger_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jp_ledger" ADD CONSTRAINT "jp_ledger_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identifiers" ADD CONSTRAINT "identifiers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_tokens" ADD CONSTRAINT "name_tokens_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_tokens" ADD CONSTRAINT "name_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_items" ADD CONSTRAINT "draft_items_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_lessons" ADD CONSTRAINT "draft_lessons_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_media" ADD CONSTRAINT "draft_media_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_people_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_browsers_person" ON "known_browsers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "throttles_window" ON "throttles" USING btree ("window_ends_at");--> statement-breakpoint
CREATE INDEX "activity_fold" ON "activity" USING btree ("transaction_id","seq");--> statement-breakpoint
CREATE INDEX "activity_person" ON "activity" USING btree ("person_id","occurred_at");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_log" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit_log" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit_log" USING btree ("action","at");--> statement-breakpoint
CREATE INDEX "audit_agency" ON "audit_log" USING btree ("agency_id","at");--> statement-breakpoint
CREATE INDEX "agencies_sort" ON "agencies" USING btree ("sort_key");--> statement-breakpoint
CREATE INDEX "agencies_province" ON "agencies" USING btree ("province_code");--> statement-breakpoint
CREATE INDEX "units_agency" ON "units" USING btree ("agency_id","sort_key");--> statement-breakpoint
CREATE INDEX "attempt_items_item" ON "attempt_items" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "items_cell" ON "items" USING btree ("version_id","competence","level");--> statement-breakpoint
CREATE INDEX "courses_agency" ON "courses" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lessons_slug" ON "lessons" USING btree ("version_id","slug");--> statement-breakpoint
CREATE INDEX "lessons_position" ON "lessons" USING btree ("version_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "media_name" ON "media" USING btree ("version_id","name");--> statement-breakpoint
CREATE INDEX "media_hash" ON "media" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "certificates_person" ON "certificates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "certificates_agency" ON "certificates" USING btree ("agency_id","issued_at");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("state","run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_once" ON "enrolments" USING btree ("person_id","course_id");--> statement-breakpoint
CREATE INDEX "enrolments_version" ON "enrolments" USING btree ("version_id","state");--> statement-breakpoint
CREATE INDEX "enrolments_agency" ON "enrolments" USING btree ("agency_id","course_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jp_ledger_source" ON "jp_ledger" USING btree ("source_kind","source_id");--> statement-breakpoint
CREATE INDEX "jp_ledger_person" ON "jp_ledger" USING btree ("person_id","year");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "identifiers_value" ON "identifiers" USING btree ("value");--> statement-breakpoint
CREATE INDEX "identifiers_person" ON "identifiers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_agency" ON "memberships" USING btree ("agency_id","valid_to","sort_key");--> statement-breakpoint
CREATE INDEX "memberships_unit" ON "memberships" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id","valid_to");--> statement-breakpoint
CREATE INDEX "agency_months_month" ON "agency_months" USING btree ("month");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_items_code" ON "draft_items" USING btree ("draft_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_lessons_slug" ON "draft_lessons" USING btree ("draft_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_media_name" ON "draft_media" USING btree ("draft_id","name");--> statement-breakpoint
CREATE INDEX "drafts_agency" ON "drafts" USING btree ("agency_id","state");--> statement-breakpoint
CREATE INDEX "drafts_course" ON "drafts" USING btree ("course_id");--> statement-breakpoint
CREATE INDEX "reviews_draft" ON "reviews" USING btree ("draft_id","decided_at");