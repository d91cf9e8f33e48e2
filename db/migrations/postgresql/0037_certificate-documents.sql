CREATE TABLE "certificate_documents" (
	"certificate_id" text COLLATE "C" NOT NULL,
	"lang" text NOT NULL,
	"hash" text COLLATE "C",
	"signed_by" text NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"made_at" bigint NOT NULL,
	CONSTRAINT "certificate_documents_certificate_id_lang_pk" PRIMARY KEY("certificate_id","lang")
);
--> statement-breakpoint
ALTER TABLE "certificate_documents" ADD CONSTRAINT "certificate_documents_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_documents" ADD CONSTRAINT "certificate_documents_hash_files_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_documents_hash" ON "certificate_documents" USING btree ("hash");