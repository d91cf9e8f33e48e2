CREATE TABLE "learning_elsewhere" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"title" text NOT NULL,
	"issuer" text NOT NULL,
	"number" text NOT NULL,
	"number_key" text COLLATE "C" NOT NULL,
	"started_on" text COLLATE "C" NOT NULL,
	"finished_on" text COLLATE "C" NOT NULL,
	"jp" integer NOT NULL,
	"recognised_jp" integer,
	"form" integer NOT NULL,
	"file_hash" text COLLATE "C" NOT NULL,
	"file_type" text NOT NULL,
	"file_bytes" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reason" text,
	"decided_by_name" text,
	"decided_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "learning_elsewhere" ADD CONSTRAINT "learning_elsewhere_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_elsewhere" ADD CONSTRAINT "learning_elsewhere_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_elsewhere" ADD CONSTRAINT "learning_elsewhere_file_hash_files_hash_fk" FOREIGN KEY ("file_hash") REFERENCES "public"."files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "learning_elsewhere_person" ON "learning_elsewhere" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "learning_elsewhere_agency" ON "learning_elsewhere" USING btree ("agency_id","state","created_at");--> statement-breakpoint
CREATE INDEX "learning_elsewhere_file" ON "learning_elsewhere" USING btree ("file_hash");--> statement-breakpoint
CREATE INDEX "learning_elsewhere_number" ON "learning_elsewhere" USING btree ("number_key");