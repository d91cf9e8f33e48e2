-- Roll-ups are derived: rows of before belong to no generation, are not read, and go with the next rebuild.
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agency_months` (
	`generation` text NOT NULL,
	`agency_id` text NOT NULL,
	`month` text NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`enrolled` integer DEFAULT 0 NOT NULL,
	`finished` integer DEFAULT 0 NOT NULL,
	`passed` integer DEFAULT 0 NOT NULL,
	`certificates` integer DEFAULT 0 NOT NULL,
	`jp` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`generation`, `agency_id`, `month`)
);
--> statement-breakpoint
INSERT INTO `__new_agency_months`("generation", "agency_id", "month", "people", "enrolled", "finished", "passed", "certificates", "jp") SELECT '', "agency_id", "month", "people", "enrolled", "finished", "passed", "certificates", "jp" FROM `agency_months`;--> statement-breakpoint
DROP TABLE `agency_months`;--> statement-breakpoint
ALTER TABLE `__new_agency_months` RENAME TO `agency_months`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `agency_months_month` ON `agency_months` (`generation`,`month`);--> statement-breakpoint
CREATE TABLE `__new_unit_course_months` (
	`generation` text NOT NULL,
	`agency_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`course_id` text NOT NULL,
	`month` text NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`enrolled` integer DEFAULT 0 NOT NULL,
	`finished` integer DEFAULT 0 NOT NULL,
	`passed` integer DEFAULT 0 NOT NULL,
	`certificates` integer DEFAULT 0 NOT NULL,
	`jp` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`generation`, `agency_id`, `unit_id`, `course_id`, `month`)
);
--> statement-breakpoint
INSERT INTO `__new_unit_course_months`("generation", "agency_id", "unit_id", "course_id", "month", "people", "enrolled", "finished", "passed", "certificates", "jp") SELECT '', "agency_id", "unit_id", "course_id", "month", "people", "enrolled", "finished", "passed", "certificates", "jp" FROM `unit_course_months`;--> statement-breakpoint
DROP TABLE `unit_course_months`;--> statement-breakpoint
ALTER TABLE `__new_unit_course_months` RENAME TO `unit_course_months`;