CREATE TABLE `account_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`channel` text NOT NULL,
	`hash` text NOT NULL,
	`new_address` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`ending` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_keys_hash_unique` ON `account_keys` (`hash`);--> statement-breakpoint
CREATE INDEX `account_keys_person` ON `account_keys` (`person_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `account_keys_expiry` ON `account_keys` (`expires_at`);--> statement-breakpoint
DELETE FROM `credentials` WHERE `expires_at` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `credentials` DROP COLUMN `expires_at`;