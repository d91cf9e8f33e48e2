CREATE TABLE "siasn_export_rows" (
	"export_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"row" jsonb NOT NULL,
	"sending_at" bigint,
	"sent_at" bigint,
	"siasn_id" text,
	"fault" text,
	CONSTRAINT "siasn_export_rows_export_id_position_pk" PRIMARY KEY("export_id","position")
);
--> statement-breakpoint
CREATE TABLE "siasn_exports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"since" bigint NOT NULL,
	"phase" text NOT NULL,
	"cursor" text NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint,
	"pushed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "siasn_items" (
	"about" text COLLATE "C" PRIMARY KEY NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"jp" integer NOT NULL,
	"row" jsonb,
	"is_waiting" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "siasn_settings" (
	"agency_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"instansi_id" text NOT NULL,
	"lokasi_id" text NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "siasn_export_rows" ADD CONSTRAINT "siasn_export_rows_export_id_siasn_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."siasn_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "siasn_exports" ADD CONSTRAINT "siasn_exports_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "siasn_items" ADD CONSTRAINT "siasn_items_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "siasn_settings" ADD CONSTRAINT "siasn_settings_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "siasn_export_rows_about" ON "siasn_export_rows" USING btree ("about");--> statement-breakpoint
CREATE INDEX "siasn_exports_agency" ON "siasn_exports" USING btree ("agency_id","created_at");--> statement-breakpoint
CREATE INDEX "siasn_items_waiting" ON "siasn_items" USING btree ("agency_id","is_waiting","about");