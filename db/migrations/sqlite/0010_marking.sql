CREATE TABLE `essay_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`item_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text_hash` text NOT NULL,
	`state` text NOT NULL,
	`submitted_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `essay_answers_agency` ON `essay_answers` (`state`,`agency_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `essay_answers_queue` ON `essay_answers` (`state`,`submitted_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `essay_answers_position` ON `essay_answers` (`attempt_id`,`position`);--> statement-breakpoint
CREATE TABLE `marks` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`text_hash` text NOT NULL,
	`marker_id` text NOT NULL,
	`points` text NOT NULL,
	`milli_points` integer NOT NULL,
	`comment` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `marks_marker` ON `marks` (`attempt_id`,`position`,`text_hash`,`marker_id`);