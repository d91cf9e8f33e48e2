CREATE TABLE "renewals" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"enrolment_id" text COLLATE "C" NOT NULL,
	"certificate_id" text COLLATE "C" NOT NULL,
	"from_version_id" text COLLATE "C" NOT NULL,
	"version_id" text COLLATE "C" NOT NULL,
	"way" text NOT NULL,
	"lesson_ids" jsonb NOT NULL,
	"blueprint" jsonb NOT NULL,
	"duration_minutes" integer NOT NULL,
	"jp" integer NOT NULL,
	"begun_at" bigint NOT NULL,
	"passed_at" bigint
);
--> statement-breakpoint
DROP INDEX "certificates_enrolment";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "renewal_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "course_versions" ADD COLUMN "validity" jsonb;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "valid_until" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "remind_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "renewal_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_from_version_id_course_versions_id_fk" FOREIGN KEY ("from_version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_version_id_course_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."course_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "renewals_open" ON "renewals" USING btree ("enrolment_id") WHERE "renewals"."passed_at" is null;--> statement-breakpoint
CREATE INDEX "renewals_certificate" ON "renewals" USING btree ("certificate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_renewal" ON "certificates" USING btree ("renewal_id") WHERE "certificates"."revoked_by_repair_id" is null;--> statement-breakpoint
CREATE INDEX "certificates_ending" ON "certificates" USING btree ("remind_on") WHERE "certificates"."remind_on" is not null;--> statement-breakpoint
CREATE INDEX "certificates_version" ON "certificates" USING btree ("version_id","valid_until") WHERE "certificates"."valid_until" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_enrolment" ON "certificates" USING btree ("enrolment_id") WHERE "certificates"."revoked_by_repair_id" is null and "certificates"."renewal_id" is null;