CREATE TABLE `certificate_act_rows` (
	`act_id` text NOT NULL,
	`position` integer NOT NULL,
	`certificate_id` text NOT NULL,
	`fault` text,
	`done_at` integer,
	`new_id` text,
	PRIMARY KEY(`act_id`, `position`),
	FOREIGN KEY (`act_id`) REFERENCES `certificate_acts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `certificate_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`agency_id` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`total` integer NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `certificate_acts_agency` ON `certificate_acts` (`agency_id`,`created_at`);--> statement-breakpoint
DROP INDEX `certificates_enrolment`;--> statement-breakpoint
DROP INDEX `certificates_renewal`;--> statement-breakpoint
ALTER TABLE `certificates` ADD `replaced_by_id` text;--> statement-breakpoint
ALTER TABLE `certificates` ADD `replaces_id` text;--> statement-breakpoint
CREATE INDEX `certificates_issuer` ON `certificates` (`issuer_id`,`issued_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_enrolment` ON `certificates` (`enrolment_id`) WHERE "certificates"."revoked_by_repair_id" is null and "certificates"."renewal_id" is null and "certificates"."replaced_by_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_renewal` ON `certificates` (`renewal_id`) WHERE "certificates"."revoked_by_repair_id" is null and "certificates"."replaced_by_id" is null;