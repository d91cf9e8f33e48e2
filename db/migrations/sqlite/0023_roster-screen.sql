CREATE TABLE `roster_mappings` (
	`agency_id` text NOT NULL,
	`column_key` text NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`agency_id`, `column_key`),
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `facts` text;--> statement-breakpoint
ALTER TABLE `roster_imports` ADD `problem` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `roster_rows` ADD `doubt` text;--> statement-breakpoint
ALTER TABLE `roster_rows` ADD `decision` text;