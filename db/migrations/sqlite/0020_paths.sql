CREATE TABLE `path_steps` (
	`path_id` text NOT NULL,
	`position` integer NOT NULL,
	`course_id` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`path_id`, `position`),
	FOREIGN KEY (`path_id`) REFERENCES `paths`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `path_steps_course` ON `path_steps` (`path_id`,`course_id`);--> statement-breakpoint
CREATE TABLE `paths` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text,
	`slug` text,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`roles` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paths_slug_unique` ON `paths` (`slug`);--> statement-breakpoint
CREATE INDEX `paths_agency` ON `paths` (`agency_id`,`retired_at`);