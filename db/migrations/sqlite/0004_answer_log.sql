CREATE TABLE `answer_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`device` text NOT NULL,
	`number` integer NOT NULL,
	`counts` integer NOT NULL,
	`reason` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_decisions_attempt` ON `answer_decisions` (`attempt_id`);--> statement-breakpoint
CREATE TABLE `answer_events` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`value` text,
	`device` text NOT NULL,
	`number` integer NOT NULL,
	`heard_at` integer NOT NULL,
	`elapsed_ms` integer NOT NULL,
	`given_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `device`, `number`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempt_devices` (
	`attempt_id` text NOT NULL,
	`device` text NOT NULL,
	`name` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`waiting` integer NOT NULL,
	`in_use_since` integer NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`attempt_id`, `device`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exam_allowances` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`minutes` integer NOT NULL,
	`reason` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exam_allowances_person` ON `exam_allowances` (`person_id`,`course_id`);--> statement-breakpoint
CREATE TABLE `exam_rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`name` text NOT NULL,
	`supervisor_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `exam_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supervisor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exam_rooms_session` ON `exam_rooms` (`session_id`);--> statement-breakpoint
CREATE INDEX `exam_rooms_supervisor` ON `exam_rooms` (`supervisor_id`);--> statement-breakpoint
CREATE TABLE `exam_seats` (
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`room_id` text NOT NULL,
	`sort_key` text NOT NULL,
	`extra_minutes` integer DEFAULT 0 NOT NULL,
	`left_at` integer,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `exam_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `exam_rooms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exam_seats_person` ON `exam_seats` (`person_id`);--> statement-breakpoint
CREATE INDEX `exam_seats_room` ON `exam_seats` (`room_id`,`sort_key`);--> statement-breakpoint
CREATE TABLE `exam_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`course_id` text NOT NULL,
	`title` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exam_sessions_agency` ON `exam_sessions` (`agency_id`,`opens_at`);--> statement-breakpoint
ALTER TABLE `attempt_items` ADD `milli_points` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `session_id` text;--> statement-breakpoint
ALTER TABLE `attempts` ADD `late_window_ms` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attempts` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `milli_points` integer;