ALTER TABLE `assignment_members` ADD `away_from` text;--> statement-breakpoint
ALTER TABLE `assignment_members` ADD `waited` integer DEFAULT 0 NOT NULL;