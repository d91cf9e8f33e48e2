CREATE TABLE "exam_statistics" (
	"version_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rules" integer NOT NULL,
	"people" integer NOT NULL,
	"computed_at" bigint NOT NULL,
	"figures" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exam_statistics" ADD CONSTRAINT "exam_statistics_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;