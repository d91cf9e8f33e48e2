ALTER TABLE "role_grants" ADD COLUMN "unit_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "valid_from" bigint;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "valid_to" bigint;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "lent_from_id" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "role_grants_agency" ON "role_grants" USING btree ("agency_id","revoked_at");--> statement-breakpoint
CREATE INDEX "role_grants_lent" ON "role_grants" USING btree ("lent_from_id");--> statement-breakpoint
UPDATE "role_grants" SET "unit_id" = (SELECT "m"."unit_id" FROM "memberships" "m" WHERE "m"."person_id" = "role_grants"."person_id" AND "m"."agency_id" = "role_grants"."agency_id" AND "m"."valid_to" IS NULL LIMIT 1) WHERE "role" = 'unit-head' AND "revoked_at" IS NULL;