CREATE TABLE `learning_elsewhere` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`unit_id` text,
	`title` text NOT NULL,
	`issuer` text NOT NULL,
	`number` text NOT NULL,
	`number_key` text NOT NULL,
	`started_on` text NOT NULL,
	`finished_on` text NOT NULL,
	`jp` integer NOT NULL,
	`recognised_jp` integer,
	`form` integer NOT NULL,
	`file_hash` text NOT NULL,
	`file_type` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`decided_by_name` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_hash`) REFERENCES `files`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `learning_elsewhere_person` ON `learning_elsewhere` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `learning_elsewhere_agency` ON `learning_elsewhere` (`agency_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `learning_elsewhere_file` ON `learning_elsewhere` (`file_hash`);--> statement-breakpoint
CREATE INDEX `learning_elsewhere_number` ON `learning_elsewhere` (`number_key`);