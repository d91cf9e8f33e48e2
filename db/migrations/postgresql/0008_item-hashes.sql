ALTER TABLE "items" ADD COLUMN "asked_hash" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "retired_at" bigint;--> statement-breakpoint
CREATE INDEX "items_asked" ON "items" USING btree ("asked_hash");