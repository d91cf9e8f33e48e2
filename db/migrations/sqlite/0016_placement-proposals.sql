CREATE TABLE `placement_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`computed_at` integer NOT NULL,
	`parameter_version` integer NOT NULL,
	`sittings` integer NOT NULL,
	`too_few` integer NOT NULL,
	`changes` text NOT NULL,
	`applied_as` integer,
	FOREIGN KEY (`applied_as`) REFERENCES `placement_parameter_versions`(`number`) ON UPDATE no action ON DELETE no action
);
