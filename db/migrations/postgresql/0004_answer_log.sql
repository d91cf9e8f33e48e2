CREATE TABLE "answer_decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attempt_id" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"counts" boolean NOT NULL,
	"reason" text NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_events" (
	"attempt_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"value" jsonb,
	"device" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"heard_at" bigint NOT NULL,
	"elapsed_ms" bigint NOT NULL,
	"given_at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "answer_events_attempt_id_device_number_pk" PRIMARY KEY("attempt_id","device","number")
);
--> statement-breakpoint
CREATE TABLE "attempt_devices" (
	"attempt_id" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"waiting" integer NOT NULL,
	"in_use_since" bigint NOT NULL,
	"left_at" bigint,
	CONSTRAINT "attempt_devices_attempt_id_device_pk" PRIMARY KEY("attempt_id","device")
);
--> statement-breakpoint
CREATE TABLE "exam_allowances" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text NOT NULL,
	"actor_id" text COLLATE "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exam_rooms" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"session_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"supervisor_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "exam_seats" (
	"session_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"room_id" text COLLATE "C" NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"extra_minutes" integer DEFAULT 0 NOT NULL,
	"left_at" bigint,
	CONSTRAINT "exam_seats_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "exam_sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"time_zone" text NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"cancelled_at" bigint
);
--> statement-breakpoint
ALTER TABLE "attempt_items" ADD COLUMN "milli_points" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "session_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "late_window_ms" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "closed_at" bigint;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "milli_points" integer;--> statement-breakpoint
ALTER TABLE "answer_decisions" ADD CONSTRAINT "answer_decisions_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_events" ADD CONSTRAINT "answer_events_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_devices" ADD CONSTRAINT "attempt_devices_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_allowances" ADD CONSTRAINT "exam_allowances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_allowances" ADD CONSTRAINT "exam_allowances_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_rooms" ADD CONSTRAINT "exam_rooms_session_id_exam_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_rooms" ADD CONSTRAINT "exam_rooms_supervisor_id_people_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_seats" ADD CONSTRAINT "exam_seats_session_id_exam_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."exam_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_seats" ADD CONSTRAINT "exam_seats_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_seats" ADD CONSTRAINT "exam_seats_room_id_exam_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."exam_rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_sessions" ADD CONSTRAINT "exam_sessions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_sessions" ADD CONSTRAINT "exam_sessions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_decisions_attempt" ON "answer_decisions" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "exam_allowances_person" ON "exam_allowances" USING btree ("person_id","course_id");--> statement-breakpoint
CREATE INDEX "exam_rooms_session" ON "exam_rooms" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "exam_rooms_supervisor" ON "exam_rooms" USING btree ("supervisor_id");--> statement-breakpoint
CREATE INDEX "exam_seats_person" ON "exam_seats" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "exam_seats_room" ON "exam_seats" USING btree ("room_id","sort_key");--> statement-breakpoint
CREATE INDEX "exam_sessions_agency" ON "exam_sessions" USING btree ("agency_id","opens_at");