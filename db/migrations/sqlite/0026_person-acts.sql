CREATE TABLE `person_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`reason` text NOT NULL,
	`plan` text NOT NULL,
	`state` text NOT NULL,
	`fault` text,
	`trace` text,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_acts_person` ON `person_acts` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `person_acts_due` ON `person_acts` (`state`,`day`);--> statement-breakpoint
ALTER TABLE `people` ADD `died_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit_log` (`subject_kind`,`subject_id`,`at`);