ALTER TABLE `jp_ledger` ADD `counted_on` text;--> statement-breakpoint
ALTER TABLE `jp_ledger` ADD `version_id` text;--> statement-breakpoint
ALTER TABLE `jp_ledger` ADD `form` integer;--> statement-breakpoint
ALTER TABLE `jp_ledger` ADD `reversal_of` text;--> statement-breakpoint
CREATE INDEX `jp_ledger_agency` ON `jp_ledger` (`agency_id`,`credited_at`,`id`);