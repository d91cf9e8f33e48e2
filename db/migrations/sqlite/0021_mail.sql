CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`unique_key` text NOT NULL,
	`person_id` text,
	`address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`attachments` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`tried_since` integer NOT NULL,
	`due_at` integer NOT NULL,
	`held_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_unique_key_unique` ON `mails` (`unique_key`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_person` ON `mails` (`person_id`);