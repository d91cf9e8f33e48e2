CREATE TABLE "assignment_courses" (
	"assignment_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "assignment_courses_assignment_id_course_id_pk" PRIMARY KEY("assignment_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "assignment_filters" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"rule" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignment_members" (
	"assignment_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"entered_day" text COLLATE "C" NOT NULL,
	"due_day" text COLLATE "C" NOT NULL,
	"period_from" text COLLATE "C" NOT NULL,
	"progress" text NOT NULL,
	"passed" integer NOT NULL,
	"exempt_at" bigint,
	"exempt_reason" text,
	"reminded" integer,
	CONSTRAINT "assignment_members_assignment_id_person_id_pk" PRIMARY KEY("assignment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"path_id" text COLLATE "C",
	"rule" jsonb NOT NULL,
	"due_day" text COLLATE "C",
	"due_after_days" integer,
	"every_years" integer NOT NULL,
	"starts_day" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text COLLATE "C",
	"ended_at" bigint,
	"end_reason" text,
	"pass" text,
	"pass_after" jsonb,
	"pass_number" integer DEFAULT 0 NOT NULL,
	"passed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "fact_cursors" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"transaction_id" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment_courses" ADD CONSTRAINT "assignment_courses_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_courses" ADD CONSTRAINT "assignment_courses_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_filters" ADD CONSTRAINT "assignment_filters_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_members" ADD CONSTRAINT "assignment_members_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_members" ADD CONSTRAINT "assignment_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_path_id_paths_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."paths"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_filters_name" ON "assignment_filters" USING btree ("agency_id","name");--> statement-breakpoint
CREATE INDEX "assignment_members_list" ON "assignment_members" USING btree ("assignment_id","state","sort_key","person_id");--> statement-breakpoint
CREATE INDEX "assignment_members_person" ON "assignment_members" USING btree ("person_id","state");--> statement-breakpoint
CREATE INDEX "assignments_agency" ON "assignments" USING btree ("agency_id","ended_at","created_at");