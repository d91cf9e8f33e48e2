CREATE TABLE "exam_room_act_outcomes" (
	"act_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	CONSTRAINT "exam_room_act_outcomes_act_id_person_id_pk" PRIMARY KEY("act_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "exam_room_acts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"session_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"actor_name" text NOT NULL,
	"at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
DROP INDEX "exam_seats_room";--> statement-breakpoint
ALTER TABLE "exam_seats" ADD COLUMN "attempt_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "exam_room_act_outcomes" ADD CONSTRAINT "exam_room_act_outcomes_act_id_exam_room_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."exam_room_acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_room_act_outcomes" ADD CONSTRAINT "exam_room_act_outcomes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_room_acts" ADD CONSTRAINT "exam_room_acts_session_id_exam_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exam_room_act_outcomes_by" ON "exam_room_act_outcomes" USING btree ("act_id","outcome");--> statement-breakpoint
CREATE INDEX "exam_room_acts_session" ON "exam_room_acts" USING btree ("session_id","at");--> statement-breakpoint
CREATE INDEX "exam_seats_session" ON "exam_seats" USING btree ("session_id","sort_key","person_id");--> statement-breakpoint
CREATE INDEX "exam_seats_attempt" ON "exam_seats" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "exam_sessions_course" ON "exam_sessions" USING btree ("course_id","opens_at");--> statement-breakpoint
CREATE INDEX "exam_seats_room" ON "exam_seats" USING btree ("room_id","sort_key","person_id");