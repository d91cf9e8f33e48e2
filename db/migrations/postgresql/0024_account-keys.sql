CREATE TABLE "account_keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"new_address" text,
	"created_by" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint,
	"ending" text,
	CONSTRAINT "account_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "account_keys" ADD CONSTRAINT "account_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_keys_person" ON "account_keys" USING btree ("person_id","ended_at");--> statement-breakpoint
CREATE INDEX "account_keys_expiry" ON "account_keys" USING btree ("expires_at");--> statement-breakpoint
DELETE FROM "credentials" WHERE "expires_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "credentials" DROP COLUMN "expires_at";