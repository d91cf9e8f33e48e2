CREATE TABLE "assignment_messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"assignment_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"text" text NOT NULL,
	"actor_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"after" jsonb,
	"people" integer NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"needs_check" boolean NOT NULL,
	"changed_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "calendar_tokens" (
	"person_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "calendar_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "reminder_digests" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"lines" integer NOT NULL,
	"sent_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder_lines" (
	"recipient_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"assignment_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"due_day" text COLLATE "C" NOT NULL,
	"stage" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"digest_id" text COLLATE "C",
	CONSTRAINT "reminder_lines_recipient_id_kind_assignment_id_person_id_due_day_stage_pk" PRIMARY KEY("recipient_id","kind","assignment_id","person_id","due_day","stage")
);
--> statement-breakpoint
ALTER TABLE "assignment_members" ADD COLUMN "remind_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assignment_messages" ADD CONSTRAINT "assignment_messages_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_messages" ADD CONSTRAINT "assignment_messages_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_tokens" ADD CONSTRAINT "calendar_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_digests" ADD CONSTRAINT "reminder_digests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_lines" ADD CONSTRAINT "reminder_lines_recipient_id_people_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_lines" ADD CONSTRAINT "reminder_lines_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_messages_of" ON "assignment_messages" USING btree ("assignment_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_digests_day" ON "reminder_digests" USING btree ("person_id","day");--> statement-breakpoint
CREATE INDEX "reminder_lines_waiting" ON "reminder_lines" USING btree ("digest_id","recipient_id");--> statement-breakpoint
CREATE INDEX "assignment_members_remind" ON "assignment_members" USING btree ("remind_on","assignment_id","person_id");