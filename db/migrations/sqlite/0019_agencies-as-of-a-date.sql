CREATE TABLE `agency_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`counts_from` text NOT NULL,
	`counts_to` text,
	`legal_basis` text DEFAULT '' NOT NULL,
	`begun_by` text,
	`ended_by` text,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agency_versions_agency` ON `agency_versions` (`agency_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `reorganisation_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`reorganisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	FOREIGN KEY (`reorganisation_id`) REFERENCES `reorganisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reorganisation_changes_of` ON `reorganisation_changes` (`reorganisation_id`,`kind`,`id`);--> statement-breakpoint
CREATE TABLE `reorganisations` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`plan` text NOT NULL,
	`effect` text,
	`cursor` text,
	`reason` text NOT NULL,
	`legal_basis` text NOT NULL,
	`state` text NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reorganisations_agency` ON `reorganisations` (`agency_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `unit_carries` (
	`id` text PRIMARY KEY NOT NULL,
	`reorganisation_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`from_unit_id` text NOT NULL,
	`to_unit_id` text NOT NULL,
	`month` text NOT NULL,
	`month_to` text,
	FOREIGN KEY (`reorganisation_id`) REFERENCES `reorganisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_carries_agency` ON `unit_carries` (`agency_id`,`id`);--> statement-breakpoint
CREATE TABLE `unit_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`parent_id` text,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`counts_from` text NOT NULL,
	`counts_to` text,
	`legal_basis` text DEFAULT '' NOT NULL,
	`begun_by` text,
	`ended_by` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_versions_agency` ON `unit_versions` (`agency_id`,`sort_key`);--> statement-breakpoint
CREATE INDEX `unit_versions_unit` ON `unit_versions` (`unit_id`,`valid_from`);--> statement-breakpoint
INSERT INTO agency_versions (id, agency_id, code, name, short_name, valid_from, valid_to, counts_from) SELECT id, id, code, name, short_name, valid_from, valid_to, '' FROM agencies;--> statement-breakpoint
INSERT INTO unit_versions (id, unit_id, agency_id, parent_id, code, name, sort_key, valid_from, valid_to, counts_from) SELECT id, id, agency_id, parent_id, code, name, sort_key, valid_from, valid_to, '' FROM units;