-- Roll-ups are derived: rows of before belong to no generation, are not read, and go with the next rebuild.
ALTER TABLE "agency_months" ADD COLUMN "generation" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "unit_course_months" ADD COLUMN "generation" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "agency_months" ALTER COLUMN "generation" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "unit_course_months" ALTER COLUMN "generation" DROP DEFAULT;--> statement-breakpoint
DROP INDEX "agency_months_month";--> statement-breakpoint
ALTER TABLE "agency_months" DROP CONSTRAINT "agency_months_agency_id_month_pk";--> statement-breakpoint
ALTER TABLE "unit_course_months" DROP CONSTRAINT "unit_course_months_agency_id_unit_id_course_id_month_pk";--> statement-breakpoint
ALTER TABLE "agency_months" ADD CONSTRAINT "agency_months_generation_agency_id_month_pk" PRIMARY KEY("generation","agency_id","month");--> statement-breakpoint
ALTER TABLE "unit_course_months" ADD CONSTRAINT "unit_course_months_generation_agency_id_unit_id_course_id_month_pk" PRIMARY KEY("generation","agency_id","unit_id","course_id","month");--> statement-breakpoint
CREATE INDEX "agency_months_month" ON "agency_months" USING btree ("generation","month");