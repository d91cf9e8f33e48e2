CREATE TABLE "duplicate_candidates" (
	"one_id" text COLLATE "C" NOT NULL,
	"other_id" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	"agency_id" text COLLATE "C",
	"found_at" bigint NOT NULL,
	"dismissed_at" bigint,
	"dismissed_by" text,
	CONSTRAINT "duplicate_candidates_one_id_other_id_pk" PRIMARY KEY("one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "person_merges" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kept_id" text COLLATE "C" NOT NULL,
	"gone_id" text COLLATE "C" NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"trace" jsonb NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"at" bigint NOT NULL,
	"undone_at" bigint
);
--> statement-breakpoint
ALTER TABLE "duplicate_candidates" ADD CONSTRAINT "duplicate_candidates_one_id_people_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_candidates" ADD CONSTRAINT "duplicate_candidates_other_id_people_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_kept_id_people_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_gone_id_people_id_fk" FOREIGN KEY ("gone_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duplicate_candidates_open" ON "duplicate_candidates" USING btree ("dismissed_at","found_at");--> statement-breakpoint
CREATE INDEX "duplicate_candidates_agency" ON "duplicate_candidates" USING btree ("agency_id","dismissed_at","found_at");--> statement-breakpoint
CREATE INDEX "person_merges_kept" ON "person_merges" USING btree ("kept_id","at");--> statement-breakpoint
CREATE INDEX "person_merges_gone" ON "person_merges" USING btree ("gone_id");