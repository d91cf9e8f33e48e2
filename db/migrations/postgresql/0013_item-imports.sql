CREATE TABLE "item_import_rows" (
	"import_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"outcome" text NOT NULL,
	"row" jsonb NOT NULL,
	"done" text,
	CONSTRAINT "item_import_rows_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "item_imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft_id" text COLLATE "C" NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"notes" jsonb NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"ready_at" bigint,
	"applied_at" bigint
);
--> statement-breakpoint
ALTER TABLE "item_import_rows" ADD CONSTRAINT "item_import_rows_import_id_item_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."item_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_imports" ADD CONSTRAINT "item_imports_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_imports" ADD CONSTRAINT "item_imports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;