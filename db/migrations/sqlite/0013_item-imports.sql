CREATE TABLE `item_import_rows` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`outcome` text NOT NULL,
	`row` text NOT NULL,
	`done` text,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `item_imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `item_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`notes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ready_at` integer,
	`applied_at` integer,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
