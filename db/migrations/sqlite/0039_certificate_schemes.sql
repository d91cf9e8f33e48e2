CREATE TABLE `certificate_schemes` (
	`agency_id` text PRIMARY KEY NOT NULL,
	`scheme` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
