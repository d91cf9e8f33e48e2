ALTER TABLE `attempts` ADD `late_at` integer;--> statement-breakpoint
CREATE INDEX `attempts_agency` ON `attempts` (`agency_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `attempts_version` ON `attempts` (`version_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `attempts_late` ON `attempts` (`late_at`);