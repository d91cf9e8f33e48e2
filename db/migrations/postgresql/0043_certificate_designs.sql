CREATE TABLE "certificate_designs" (
	"agency_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"unit_name" text NOT NULL,
	"signatory_name" text NOT NULL,
	"signatory_position" text NOT NULL,
	"logo_hash" text COLLATE "C",
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_logos" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificate_designs" ADD CONSTRAINT "certificate_designs_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_designs" ADD CONSTRAINT "certificate_designs_logo_hash_certificate_logos_hash_fk" FOREIGN KEY ("logo_hash") REFERENCES "public"."certificate_logos"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_logos" ADD CONSTRAINT "certificate_logos_hash_files_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_logos" ADD CONSTRAINT "certificate_logos_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;