CREATE TABLE `fold_forwards` (
	`generation` text NOT NULL,
	`agency_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`to_agency_id` text NOT NULL,
	`to_unit_id` text NOT NULL,
	`month` text NOT NULL,
	PRIMARY KEY(`generation`, `agency_id`, `unit_id`)
);
