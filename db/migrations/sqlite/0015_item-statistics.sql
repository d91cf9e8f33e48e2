CREATE TABLE `exam_statistics` (
	`version_id` text PRIMARY KEY NOT NULL,
	`rules` integer NOT NULL,
	`people` integer NOT NULL,
	`computed_at` integer NOT NULL,
	`figures` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `course_versions`(`id`) ON UPDATE no action ON DELETE no action
);
