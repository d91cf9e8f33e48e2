CREATE TABLE `renewals` (
	`id` text PRIMARY KEY NOT NULL,
	`enrolment_id` text NOT NULL,
	`certificate_id` text NOT NULL,
	`from_version_id` text NOT NULL,
	`version_id` text NOT NULL,
	`way` text NOT NULL,
	`lesson_ids` text NOT NULL,
	`blueprint` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`jp` integer NOT NULL,
	`begun_at` integer NOT NULL,
	`passed_at` integer,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_version_id`) REFERENCES `course_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `course_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `renewals_open` ON `renewals` (`enrolment_id`) WHERE "renewals"."passed_at" is null;--> statement-breakpoint
CREATE INDEX `renewals_certificate` ON `renewals` (`certificate_id`);--> statement-breakpoint
DROP INDEX `certificates_enrolment`;--> statement-breakpoint
ALTER TABLE `certificates` ADD `valid_until` text;--> statement-breakpoint
ALTER TABLE `certificates` ADD `remind_on` text;--> statement-breakpoint
ALTER TABLE `certificates` ADD `renewal_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_renewal` ON `certificates` (`renewal_id`) WHERE "certificates"."revoked_by_repair_id" is null;--> statement-breakpoint
CREATE INDEX `certificates_ending` ON `certificates` (`remind_on`) WHERE "certificates"."remind_on" is not null;--> statement-breakpoint
CREATE INDEX `certificates_version` ON `certificates` (`version_id`,`valid_until`) WHERE "certificates"."valid_until" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_enrolment` ON `certificates` (`enrolment_id`) WHERE "certificates"."revoked_by_repair_id" is null and "certificates"."renewal_id" is null;--> statement-breakpoint
ALTER TABLE `attempts` ADD `renewal_id` text;--> statement-breakpoint
ALTER TABLE `course_versions` ADD `validity` text;