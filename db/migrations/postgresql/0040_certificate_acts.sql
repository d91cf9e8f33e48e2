CREATE TABLE "certificate_act_rows" (
	"act_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"certificate_id" text COLLATE "C" NOT NULL,
	"fault" text,
	"done_at" bigint,
	"new_id" text COLLATE "C",
	CONSTRAINT "certificate_act_rows_act_id_position_pk" PRIMARY KEY("act_id","position")
);
--> statement-breakpoint
CREATE TABLE "certificate_acts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"cursor" integer DEFAULT 0 NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"finished_at" bigint
);
--> statement-breakpoint
DROP INDEX "certificates_enrolment";--> statement-breakpoint
DROP INDEX "certificates_renewal";--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "replaced_by_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "replaces_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "certificate_act_rows" ADD CONSTRAINT "certificate_act_rows_act_id_certificate_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."certificate_acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_act_rows" ADD CONSTRAINT "certificate_act_rows_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_acts" ADD CONSTRAINT "certificate_acts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_acts_agency" ON "certificate_acts" USING btree ("agency_id","created_at");--> statement-breakpoint
CREATE INDEX "certificates_issuer" ON "certificates" USING btree ("issuer_id","issued_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_enrolment" ON "certificates" USING btree ("enrolment_id") WHERE "certificates"."revoked_by_repair_id" is null and "certificates"."renewal_id" is null and "certificates"."replaced_by_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_renewal" ON "certificates" USING btree ("renewal_id") WHERE "certificates"."revoked_by_repair_id" is null and "certificates"."replaced_by_id" is null;