CREATE TABLE `duplicate_candidates` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reason` text NOT NULL,
	`agency_id` text,
	`found_at` integer NOT NULL,
	`dismissed_at` integer,
	`dismissed_by` text,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duplicate_candidates_open` ON `duplicate_candidates` (`dismissed_at`,`found_at`);--> statement-breakpoint
CREATE INDEX `duplicate_candidates_agency` ON `duplicate_candidates` (`agency_id`,`dismissed_at`,`found_at`);--> statement-breakpoint
CREATE TABLE `person_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`gone_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`trace` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`kept_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`gone_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_merges_kept` ON `person_merges` (`kept_id`,`at`);--> statement-breakpoint
CREATE INDEX `person_merges_gone` ON `person_merges` (`gone_id`);