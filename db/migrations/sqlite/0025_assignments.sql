CREATE TABLE `assignment_courses` (
	`assignment_id` text NOT NULL,
	`position` integer NOT NULL,
	`course_id` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `course_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assignment_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`name` text NOT NULL,
	`rule` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_filters_name` ON `assignment_filters` (`agency_id`,`name`);--> statement-breakpoint
CREATE TABLE `assignment_members` (
	`assignment_id` text NOT NULL,
	`person_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`sort_key` text NOT NULL,
	`state` text NOT NULL,
	`entered_day` text NOT NULL,
	`due_day` text NOT NULL,
	`period_from` text NOT NULL,
	`progress` text NOT NULL,
	`passed` integer NOT NULL,
	`exempt_at` integer,
	`exempt_reason` text,
	`reminded` integer,
	PRIMARY KEY(`assignment_id`, `person_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_members_list` ON `assignment_members` (`assignment_id`,`state`,`sort_key`,`person_id`);--> statement-breakpoint
CREATE INDEX `assignment_members_person` ON `assignment_members` (`person_id`,`state`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`path_id` text,
	`rule` text NOT NULL,
	`due_day` text,
	`due_after_days` integer,
	`every_years` integer NOT NULL,
	`starts_day` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`ended_at` integer,
	`end_reason` text,
	`pass` text,
	`pass_after` text,
	`pass_number` integer DEFAULT 0 NOT NULL,
	`passed_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`path_id`) REFERENCES `paths`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_agency` ON `assignments` (`agency_id`,`ended_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `fact_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`transaction_id` text NOT NULL,
	`seq` integer NOT NULL
);
