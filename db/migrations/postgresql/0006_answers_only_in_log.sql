ALTER TABLE "attempt_items" DROP COLUMN "answer";--> statement-breakpoint
ALTER TABLE "attempt_items" DROP COLUMN "saved_at";--> statement-breakpoint
ALTER TABLE "attempt_items" DROP COLUMN "points";--> statement-breakpoint
ALTER TABLE "attempts" DROP COLUMN "points";