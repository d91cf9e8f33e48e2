CREATE TABLE "roster_imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"cursor" integer DEFAULT 0 NOT NULL,
	"columns" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"members" integer DEFAULT 0 NOT NULL,
	"foreign_agency_id" text COLLATE "C",
	"takes_moves" boolean DEFAULT false NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ready_at" bigint,
	"published_at" bigint,
	"withdrawn_at" bigint,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "roster_rows" (
	"run_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"row_number" integer,
	"number" text COLLATE "C" NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"findings" jsonb NOT NULL,
	"person_id" text COLLATE "C",
	"membership_id" text COLLATE "C",
	"other_agency_id" text COLLATE "C",
	"raw" jsonb,
	"changes" jsonb NOT NULL,
	"plan" jsonb,
	"done" text,
	"trace" jsonb,
	"is_rename" boolean DEFAULT false NOT NULL,
	"touched" text,
	CONSTRAINT "roster_rows_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
ALTER TABLE "identifiers" ADD COLUMN "begin_run_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "legal_status" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "home_agency_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "appointed_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "position_since" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "absent_since" bigint;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "begin_run_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "end_run_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "roster_imports" ADD CONSTRAINT "roster_imports_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD CONSTRAINT "roster_rows_run_id_roster_imports_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."roster_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "roster_imports_busy" ON "roster_imports" USING btree ("agency_id") WHERE "roster_imports"."state" in ('applying', 'settling', 'undoing', 'clearing');--> statement-breakpoint
CREATE INDEX "roster_imports_agency" ON "roster_imports" USING btree ("agency_id","created_at");--> statement-breakpoint
CREATE INDEX "roster_rows_outcome" ON "roster_rows" USING btree ("run_id","outcome","position");--> statement-breakpoint
CREATE INDEX "roster_rows_number" ON "roster_rows" USING btree ("run_id","number");--> statement-breakpoint
CREATE INDEX "roster_rows_person" ON "roster_rows" USING btree ("run_id","person_id");