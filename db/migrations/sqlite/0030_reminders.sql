CREATE TABLE `assignment_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`text` text NOT NULL,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`after` text,
	`people` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_messages_of` ON `assignment_messages` (`assignment_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`day` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`needs_check` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE TABLE `calendar_tokens` (
	`person_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_tokens_token_hash_unique` ON `calendar_tokens` (`token_hash`);--> statement-breakpoint
CREATE TABLE `reminder_digests` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`day` text NOT NULL,
	`lines` integer NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminder_digests_day` ON `reminder_digests` (`person_id`,`day`);--> statement-breakpoint
CREATE TABLE `reminder_lines` (
	`recipient_id` text NOT NULL,
	`kind` text NOT NULL,
	`assignment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`due_day` text NOT NULL,
	`stage` integer NOT NULL,
	`created_at` integer NOT NULL,
	`digest_id` text,
	PRIMARY KEY(`recipient_id`, `kind`, `assignment_id`, `person_id`, `due_day`, `stage`),
	FOREIGN KEY (`recipient_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_lines_waiting` ON `reminder_lines` (`digest_id`,`recipient_id`);--> statement-breakpoint
ALTER TABLE `assignment_members` ADD `remind_on` text;--> statement-breakpoint
CREATE INDEX `assignment_members_remind` ON `assignment_members` (`remind_on`,`assignment_id`,`person_id`);