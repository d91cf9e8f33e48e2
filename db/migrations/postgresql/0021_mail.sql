CREATE TABLE "mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"unique_key" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"attachments" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"tried_since" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"held_until" bigint,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"finished_at" bigint,
	CONSTRAINT "mails_unique_key_unique" UNIQUE("unique_key")
);
--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "mails_person" ON "mails" USING btree ("person_id");