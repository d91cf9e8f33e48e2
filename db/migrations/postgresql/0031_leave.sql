ALTER TABLE "assignment_members" ADD COLUMN "away_from" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "assignment_members" ADD COLUMN "waited" integer DEFAULT 0 NOT NULL;