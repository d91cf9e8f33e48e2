ALTER TABLE `items` ADD `asked_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `retired_at` integer;--> statement-breakpoint
CREATE INDEX `items_asked` ON `items` (`asked_hash`);