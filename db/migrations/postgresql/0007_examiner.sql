ALTER TABLE "attempts" ADD COLUMN "late_at" bigint;--> statement-breakpoint
CREATE INDEX "attempts_agency" ON "attempts" USING btree ("agency_id","started_at");--> statement-breakpoint
CREATE INDEX "attempts_version" ON "attempts" USING btree ("version_id","started_at");--> statement-breakpoint
CREATE INDEX "attempts_late" ON "attempts" USING btree ("late_at");