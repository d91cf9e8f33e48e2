CREATE TABLE `certificate_documents` (
	`certificate_id` text NOT NULL,
	`lang` text NOT NULL,
	`hash` text,
	`signed_by` text NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`certificate_id`, `lang`),
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hash`) REFERENCES `files`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `certificate_documents_hash` ON `certificate_documents` (`hash`);