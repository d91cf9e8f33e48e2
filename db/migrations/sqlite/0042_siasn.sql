CREATE TABLE `siasn_export_rows` (
	`export_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`row` text NOT NULL,
	`sending_at` integer,
	`sent_at` integer,
	`siasn_id` text,
	`fault` text,
	PRIMARY KEY(`export_id`, `position`),
	FOREIGN KEY (`export_id`) REFERENCES `siasn_exports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `siasn_export_rows_about` ON `siasn_export_rows` (`about`);--> statement-breakpoint
CREATE TABLE `siasn_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`phase` text NOT NULL,
	`cursor` text NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`removed` integer DEFAULT 0 NOT NULL,
	`waiting` integer DEFAULT 0 NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`pushed_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `siasn_exports_agency` ON `siasn_exports` (`agency_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `siasn_items` (
	`about` text PRIMARY KEY NOT NULL,
	`agency_id` text NOT NULL,
	`jp` integer NOT NULL,
	`row` text,
	`is_waiting` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `siasn_items_waiting` ON `siasn_items` (`agency_id`,`is_waiting`,`about`);--> statement-breakpoint
CREATE TABLE `siasn_settings` (
	`agency_id` text PRIMARY KEY NOT NULL,
	`instansi_id` text NOT NULL,
	`lokasi_id` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
