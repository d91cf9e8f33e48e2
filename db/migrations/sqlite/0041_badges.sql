CREATE TABLE `badges` (
	`certificate_id` text PRIMARY KEY NOT NULL,
	`issuer_id` text NOT NULL,
	`status_index` integer NOT NULL,
	`salt` text NOT NULL,
	`credential` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuer_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `badges_status` ON `badges` (`issuer_id`,`status_index`);