CREATE TABLE "placement_proposals" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"computed_at" bigint NOT NULL,
	"parameter_version" integer NOT NULL,
	"sittings" integer NOT NULL,
	"too_few" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"applied_as" integer
);
--> statement-breakpoint
ALTER TABLE "placement_proposals" ADD CONSTRAINT "placement_proposals_applied_as_placement_parameter_versions_number_fk" FOREIGN KEY ("applied_as") REFERENCES "public"."placement_parameter_versions"("number") ON DELETE no action ON UPDATE no action;