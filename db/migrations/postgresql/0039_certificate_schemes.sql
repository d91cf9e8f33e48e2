CREATE TABLE "certificate_schemes" (
	"agency_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"scheme" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificate_schemes" ADD CONSTRAINT "certificate_schemes_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;