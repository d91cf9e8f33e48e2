CREATE TABLE "path_steps" (
	"path_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"course_id" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "path_steps_path_id_position_pk" PRIMARY KEY("path_id","position")
);
--> statement-breakpoint
CREATE TABLE "paths" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C",
	"slug" text COLLATE "C",
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"roles" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"retired_at" bigint,
	CONSTRAINT "paths_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "path_steps" ADD CONSTRAINT "path_steps_path_id_paths_id_fk" FOREIGN KEY ("path_id") REFERENCES "public"."paths"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "path_steps" ADD CONSTRAINT "path_steps_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paths" ADD CONSTRAINT "paths_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "path_steps_course" ON "path_steps" USING btree ("path_id","course_id");--> statement-breakpoint
CREATE INDEX "paths_agency" ON "paths" USING btree ("agency_id","retired_at");