ALTER TABLE `role_grants` ADD `unit_id` text;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `valid_from` integer;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `valid_to` integer;--> statement-breakpoint
ALTER TABLE `role_grants` ADD `lent_from_id` text;--> statement-breakpoint
CREATE INDEX `role_grants_agency` ON `role_grants` (`agency_id`,`revoked_at`);--> statement-breakpoint
CREATE INDEX `role_grants_lent` ON `role_grants` (`lent_from_id`);--> statement-breakpoint
UPDATE `role_grants` SET `unit_id` = (SELECT `m`.`unit_id` FROM `memberships` `m` WHERE `m`.`person_id` = `role_grants`.`person_id` AND `m`.`agency_id` = `role_grants`.`agency_id` AND `m`.`valid_to` IS NULL LIMIT 1) WHERE `role` = 'unit-head' AND `revoked_at` IS NULL;