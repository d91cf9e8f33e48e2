CREATE TABLE `placement_answers` (
	`sitting_id` text NOT NULL,
	`position` integer NOT NULL,
	`value` text,
	`milli_points` integer NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`sitting_id`, `position`),
	FOREIGN KEY (`sitting_id`) REFERENCES `placement_sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `placement_exposure` (
	`asked_hash` text PRIMARY KEY NOT NULL,
	`drawn` integer NOT NULL,
	`counted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `placement_items` (
	`sitting_id` text NOT NULL,
	`position` integer NOT NULL,
	`item_id` text NOT NULL,
	`option_order` text NOT NULL,
	`difficulty` real NOT NULL,
	`discrimination` real NOT NULL,
	PRIMARY KEY(`sitting_id`, `position`),
	FOREIGN KEY (`sitting_id`) REFERENCES `placement_sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `placement_items_item` ON `placement_items` (`item_id`);--> statement-breakpoint
CREATE TABLE `placement_parameter_versions` (
	`number` integer PRIMARY KEY NOT NULL,
	`applied_at` integer NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`reason` text NOT NULL,
	`answers` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `placement_parameters` (
	`version` integer NOT NULL,
	`asked_hash` text NOT NULL,
	`difficulty` real NOT NULL,
	`discrimination` real NOT NULL,
	`answers` integer NOT NULL,
	PRIMARY KEY(`version`, `asked_hash`),
	FOREIGN KEY (`version`) REFERENCES `placement_parameter_versions`(`number`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `placement_results` (
	`sitting_id` text NOT NULL,
	`domain` text NOT NULL,
	`person_id` text NOT NULL,
	`mean` real NOT NULL,
	`standard_error` real NOT NULL,
	`items` integer NOT NULL,
	`top_level` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sitting_id`, `domain`),
	FOREIGN KEY (`sitting_id`) REFERENCES `placement_sittings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `placement_results_person` ON `placement_results` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `placement_sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`unit_id` text,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`seed` integer NOT NULL,
	`parameter_version` integer NOT NULL,
	`started_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`finished_at` integer,
	`stop_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_sittings_number` ON `placement_sittings` (`person_id`,`number`);