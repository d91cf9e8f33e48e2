CREATE TABLE "badges" (
	"certificate_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"issuer_id" text COLLATE "C" NOT NULL,
	"status_index" integer NOT NULL,
	"salt" text NOT NULL,
	"credential" text NOT NULL,
	"made_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_issuer_id_agencies_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "badges_status" ON "badges" USING btree ("issuer_id","status_index");