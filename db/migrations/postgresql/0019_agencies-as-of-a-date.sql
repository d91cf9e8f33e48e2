CREATE TABLE "agency_versions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_to" text COLLATE "C",
	"counts_from" text COLLATE "C" NOT NULL,
	"counts_to" text COLLATE "C",
	"legal_basis" text DEFAULT '' NOT NULL,
	"begun_by" text COLLATE "C",
	"ended_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "reorganisation_changes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reorganisation_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"row_id" text COLLATE "C" NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reorganisations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"plan" jsonb NOT NULL,
	"effect" jsonb,
	"cursor" text COLLATE "C",
	"reason" text NOT NULL,
	"legal_basis" text NOT NULL,
	"state" text NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"applied_at" bigint,
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "unit_carries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reorganisation_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"from_unit_id" text COLLATE "C" NOT NULL,
	"to_unit_id" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	"month_to" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "unit_versions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"parent_id" text COLLATE "C",
	"code" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"valid_to" text COLLATE "C",
	"counts_from" text COLLATE "C" NOT NULL,
	"counts_to" text COLLATE "C",
	"legal_basis" text DEFAULT '' NOT NULL,
	"begun_by" text COLLATE "C",
	"ended_by" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "agency_versions" ADD CONSTRAINT "agency_versions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation_changes" ADD CONSTRAINT "reorganisation_changes_reorganisation_id_reorganisations_id_fk" FOREIGN KEY ("reorganisation_id") REFERENCES "public"."reorganisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisations" ADD CONSTRAINT "reorganisations_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_carries" ADD CONSTRAINT "unit_carries_reorganisation_id_reorganisations_id_fk" FOREIGN KEY ("reorganisation_id") REFERENCES "public"."reorganisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_carries" ADD CONSTRAINT "unit_carries_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_versions" ADD CONSTRAINT "unit_versions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_versions" ADD CONSTRAINT "unit_versions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agency_versions_agency" ON "agency_versions" USING btree ("agency_id","valid_from");--> statement-breakpoint
CREATE INDEX "reorganisation_changes_of" ON "reorganisation_changes" USING btree ("reorganisation_id","kind","id");--> statement-breakpoint
CREATE INDEX "reorganisations_agency" ON "reorganisations" USING btree ("agency_id","created_at");--> statement-breakpoint
CREATE INDEX "unit_carries_agency" ON "unit_carries" USING btree ("agency_id","id");--> statement-breakpoint
CREATE INDEX "unit_versions_agency" ON "unit_versions" USING btree ("agency_id","sort_key");--> statement-breakpoint
CREATE INDEX "unit_versions_unit" ON "unit_versions" USING btree ("unit_id","valid_from");--> statement-breakpoint
INSERT INTO agency_versions (id, agency_id, code, name, short_name, valid_from, valid_to, counts_from) SELECT id, id, code, name, short_name, valid_from, valid_to, '' FROM agencies;--> statement-breakpoint
INSERT INTO unit_versions (id, unit_id, agency_id, parent_id, code, name, sort_key, valid_from, valid_to, counts_from) SELECT id, id, agency_id, parent_id, code, name, sort_key, valid_from, valid_to, '' FROM units;