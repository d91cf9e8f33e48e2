CREATE TABLE `exam_room_act_outcomes` (
	`act_id` text NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`act_id`, `person_id`),
	FOREIGN KEY (`act_id`) REFERENCES `exam_room_acts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exam_room_act_outcomes_by` ON `exam_room_act_outcomes` (`act_id`,`outcome`);--> statement-breakpoint
CREATE TABLE `exam_room_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer NOT NULL,
	`reason` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `exam_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exam_room_acts_session` ON `exam_room_acts` (`session_id`,`at`);--> statement-breakpoint
DROP INDEX `exam_seats_room`;--> statement-breakpoint
ALTER TABLE `exam_seats` ADD `attempt_id` text;--> statement-breakpoint
CREATE INDEX `exam_seats_session` ON `exam_seats` (`session_id`,`sort_key`,`person_id`);--> statement-breakpoint
CREATE INDEX `exam_seats_attempt` ON `exam_seats` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `exam_seats_room` ON `exam_seats` (`room_id`,`sort_key`,`person_id`);--> statement-breakpoint
CREATE INDEX `exam_sessions_course` ON `exam_sessions` (`course_id`,`opens_at`);