CREATE TABLE `certificate_designs` (
	`agency_id` text PRIMARY KEY NOT NULL,
	`unit_name` text NOT NULL,
	`signatory_name` text NOT NULL,
	`signatory_position` text NOT NULL,
	`logo_hash` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`logo_hash`) REFERENCES `certificate_logos`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `certificate_logos` (
	`hash` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`agency_id` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`hash`) REFERENCES `files`(`hash`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
