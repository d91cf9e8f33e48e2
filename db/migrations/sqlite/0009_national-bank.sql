PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_items` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text,
	`code` text NOT NULL,
	`type` text NOT NULL,
	`competence` text NOT NULL,
	`level` integer NOT NULL,
	`content` text NOT NULL,
	`asked_hash` text DEFAULT '' NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`version_id`) REFERENCES `course_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_items`("id", "version_id", "code", "type", "competence", "level", "content", "asked_hash", "retired_at") SELECT "id", "version_id", "code", "type", "competence", "level", "content", "asked_hash", "retired_at" FROM `items`;--> statement-breakpoint
DROP TABLE `items`;--> statement-breakpoint
ALTER TABLE `__new_items` RENAME TO `items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `items_asked` ON `items` (`asked_hash`);--> statement-breakpoint
CREATE INDEX `items_cell` ON `items` (`version_id`,`competence`,`level`);--> statement-breakpoint
CREATE UNIQUE INDEX `items_code` ON `items` (`version_id`,`code`);