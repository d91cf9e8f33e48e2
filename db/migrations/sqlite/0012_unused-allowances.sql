DROP TABLE `exam_allowances`;--> statement-breakpoint
ALTER TABLE `exam_seats` DROP COLUMN `left_at`;