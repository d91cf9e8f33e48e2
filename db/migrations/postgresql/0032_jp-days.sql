ALTER TABLE "jp_ledger" ADD COLUMN "counted_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "jp_ledger" ADD COLUMN "version_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "jp_ledger" ADD COLUMN "form" integer;--> statement-breakpoint
ALTER TABLE "jp_ledger" ADD COLUMN "reversal_of" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "jp_ledger_agency" ON "jp_ledger" USING btree ("agency_id","credited_at","id");