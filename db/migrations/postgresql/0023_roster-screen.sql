CREATE TABLE "roster_mappings" (
	"agency_id" text COLLATE "C" NOT NULL,
	"column_key" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "roster_mappings_agency_id_column_key_pk" PRIMARY KEY("agency_id","column_key")
);
--> statement-breakpoint
ALTER TABLE "roster_imports" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "roster_imports" ADD COLUMN "problem" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD COLUMN "doubt" jsonb;--> statement-breakpoint
ALTER TABLE "roster_rows" ADD COLUMN "decision" text;--> statement-breakpoint
ALTER TABLE "roster_mappings" ADD CONSTRAINT "roster_mappings_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;