CREATE TABLE `item_repair_effects` (
	`repair_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`score_before` integer,
	`score_after` integer,
	`passed_before` integer NOT NULL,
	`passed_after` integer NOT NULL,
	`is_protected` integer NOT NULL,
	`enrolment_passed_at` integer,
	`applied_at` integer,
	PRIMARY KEY(`repair_id`, `attempt_id`),
	FOREIGN KEY (`repair_id`) REFERENCES `item_repairs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `item_repairs` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`answer` text,
	`reason` text NOT NULL,
	`protects` integer NOT NULL,
	`state` text NOT NULL,
	`cursor` text,
	`met` integer DEFAULT 0 NOT NULL,
	`emptied` integer DEFAULT 0 NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`counted_at` integer,
	`applied_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_repairs_one` ON `item_repairs` (`item_id`) WHERE "item_repairs"."state" not in ('undone', 'discarded');--> statement-breakpoint
CREATE INDEX `item_repairs_made` ON `item_repairs` (`created_at`);--> statement-breakpoint
DROP INDEX `certificates_enrolment_id_unique`;--> statement-breakpoint
ALTER TABLE `certificates` ADD `repair_id` text;--> statement-breakpoint
ALTER TABLE `certificates` ADD `revoked_by_repair_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_enrolment` ON `certificates` (`enrolment_id`) WHERE "certificates"."revoked_by_repair_id" is null;--> statement-breakpoint
CREATE INDEX `certificates_attempt` ON `certificates` (`attempt_id`);--> statement-breakpoint
ALTER TABLE `attempt_items` ADD `counts` integer DEFAULT true NOT NULL;