CREATE TABLE `roster_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`columns` text NOT NULL,
	`counts` text NOT NULL,
	`members` integer DEFAULT 0 NOT NULL,
	`foreign_agency_id` text,
	`takes_moves` integer DEFAULT false NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`ready_at` integer,
	`published_at` integer,
	`withdrawn_at` integer,
	`finished_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_imports_busy` ON `roster_imports` (`agency_id`) WHERE "roster_imports"."state" in ('applying', 'settling', 'undoing', 'clearing');--> statement-breakpoint
CREATE INDEX `roster_imports_agency` ON `roster_imports` (`agency_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `roster_rows` (
	`run_id` text NOT NULL,
	`position` integer NOT NULL,
	`row_number` integer,
	`number` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`findings` text NOT NULL,
	`person_id` text,
	`membership_id` text,
	`other_agency_id` text,
	`raw` text,
	`changes` text NOT NULL,
	`plan` text,
	`done` text,
	`trace` text,
	`is_rename` integer DEFAULT false NOT NULL,
	`touched` text,
	PRIMARY KEY(`run_id`, `position`),
	FOREIGN KEY (`run_id`) REFERENCES `roster_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roster_rows_outcome` ON `roster_rows` (`run_id`,`outcome`,`position`);--> statement-breakpoint
CREATE INDEX `roster_rows_number` ON `roster_rows` (`run_id`,`number`);--> statement-breakpoint
CREATE INDEX `roster_rows_person` ON `roster_rows` (`run_id`,`person_id`);--> statement-breakpoint
ALTER TABLE `identifiers` ADD `begin_run_id` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `legal_status` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `memberships` ADD `home_agency_id` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `appointed_on` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `position_since` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `absent_since` integer;--> statement-breakpoint
ALTER TABLE `memberships` ADD `begin_run_id` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `end_run_id` text;