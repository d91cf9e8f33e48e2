CREATE TABLE "person_acts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	"plan" jsonb NOT NULL,
	"state" text NOT NULL,
	"fault" text,
	"trace" jsonb,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"done_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "died_at" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "merged_into_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "person_acts" ADD CONSTRAINT "person_acts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_acts" ADD CONSTRAINT "person_acts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_acts_person" ON "person_acts" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "person_acts_due" ON "person_acts" USING btree ("state","day");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_log" USING btree ("subject_kind","subject_id","at");