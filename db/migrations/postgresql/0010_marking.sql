CREATE TABLE "essay_answers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attempt_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"text_hash" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"submitted_at" bigint NOT NULL,
	CONSTRAINT "essay_answers_position" UNIQUE("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "marks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attempt_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"text_hash" text COLLATE "C" NOT NULL,
	"marker_id" text COLLATE "C" NOT NULL,
	"points" jsonb NOT NULL,
	"milli_points" integer NOT NULL,
	"comment" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "marks_marker" UNIQUE("attempt_id","position","text_hash","marker_id")
);
--> statement-breakpoint
ALTER TABLE "essay_answers" ADD CONSTRAINT "essay_answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "essay_answers" ADD CONSTRAINT "essay_answers_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "essay_answers" ADD CONSTRAINT "essay_answers_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "essay_answers" ADD CONSTRAINT "essay_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_marker_id_people_id_fk" FOREIGN KEY ("marker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "essay_answers_agency" ON "essay_answers" USING btree ("state","agency_id","submitted_at");--> statement-breakpoint
CREATE INDEX "essay_answers_queue" ON "essay_answers" USING btree ("state","submitted_at");