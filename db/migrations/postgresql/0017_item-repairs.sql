CREATE TABLE "item_repair_effects" (
	"repair_id" text COLLATE "C" NOT NULL,
	"attempt_id" text COLLATE "C" NOT NULL,
	"score_before" integer,
	"score_after" integer,
	"passed_before" boolean NOT NULL,
	"passed_after" boolean NOT NULL,
	"is_protected" boolean NOT NULL,
	"enrolment_passed_at" bigint,
	"applied_at" bigint,
	CONSTRAINT "item_repair_effects_repair_id_attempt_id_pk" PRIMARY KEY("repair_id","attempt_id")
);
--> statement-breakpoint
CREATE TABLE "item_repairs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"answer" jsonb,
	"reason" text NOT NULL,
	"protects" boolean NOT NULL,
	"state" text NOT NULL,
	"cursor" text COLLATE "C",
	"met" integer DEFAULT 0 NOT NULL,
	"emptied" integer DEFAULT 0 NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"actor_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"counted_at" bigint,
	"applied_at" bigint,
	"undone_at" bigint
);
--> statement-breakpoint
ALTER TABLE "certificates" DROP CONSTRAINT "certificates_enrolment_id_unique";--> statement-breakpoint
ALTER TABLE "attempt_items" ADD COLUMN "counts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "repair_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "revoked_by_repair_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "item_repair_effects" ADD CONSTRAINT "item_repair_effects_repair_id_item_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."item_repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_repair_effects" ADD CONSTRAINT "item_repair_effects_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_repairs" ADD CONSTRAINT "item_repairs_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "item_repairs_one" ON "item_repairs" USING btree ("item_id") WHERE "item_repairs"."state" not in ('undone', 'discarded');--> statement-breakpoint
CREATE INDEX "item_repairs_made" ON "item_repairs" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_enrolment" ON "certificates" USING btree ("enrolment_id") WHERE "certificates"."revoked_by_repair_id" is null;--> statement-breakpoint
CREATE INDEX "certificates_attempt" ON "certificates" USING btree ("attempt_id");