DROP TABLE "exam_allowances" CASCADE;--> statement-breakpoint
ALTER TABLE "exam_seats" DROP COLUMN "left_at";