CREATE TABLE "placement_answers" (
	"sitting_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"value" jsonb,
	"milli_points" integer NOT NULL,
	"given_at" bigint NOT NULL,
	CONSTRAINT "placement_answers_sitting_id_position_pk" PRIMARY KEY("sitting_id","position")
);
--> statement-breakpoint
CREATE TABLE "placement_exposure" (
	"asked_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"drawn" integer NOT NULL,
	"counted_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placement_items" (
	"sitting_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"option_order" jsonb NOT NULL,
	"difficulty" double precision NOT NULL,
	"discrimination" double precision NOT NULL,
	CONSTRAINT "placement_items_sitting_id_position_pk" PRIMARY KEY("sitting_id","position")
);
--> statement-breakpoint
CREATE TABLE "placement_parameter_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"applied_at" bigint NOT NULL,
	"actor_id" text COLLATE "C",
	"actor_name" text NOT NULL,
	"reason" text NOT NULL,
	"answers" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placement_parameters" (
	"version" integer NOT NULL,
	"asked_hash" text COLLATE "C" NOT NULL,
	"difficulty" double precision NOT NULL,
	"discrimination" double precision NOT NULL,
	"answers" integer NOT NULL,
	CONSTRAINT "placement_parameters_version_asked_hash_pk" PRIMARY KEY("version","asked_hash")
);
--> statement-breakpoint
CREATE TABLE "placement_results" (
	"sitting_id" text COLLATE "C" NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"mean" double precision NOT NULL,
	"standard_error" double precision NOT NULL,
	"items" integer NOT NULL,
	"top_level" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "placement_results_sitting_id_domain_pk" PRIMARY KEY("sitting_id","domain")
);
--> statement-breakpoint
CREATE TABLE "placement_sittings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"seed" integer NOT NULL,
	"parameter_version" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"finished_at" bigint,
	"stop_reason" text,
	CONSTRAINT "placement_sittings_number" UNIQUE("person_id","number")
);
--> statement-breakpoint
ALTER TABLE "placement_answers" ADD CONSTRAINT "placement_answers_sitting_id_placement_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."placement_sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_items" ADD CONSTRAINT "placement_items_sitting_id_placement_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."placement_sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_items" ADD CONSTRAINT "placement_items_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_parameters" ADD CONSTRAINT "placement_parameters_version_placement_parameter_versions_number_fk" FOREIGN KEY ("version") REFERENCES "public"."placement_parameter_versions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_results" ADD CONSTRAINT "placement_results_sitting_id_placement_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."placement_sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_sittings" ADD CONSTRAINT "placement_sittings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement_sittings" ADD CONSTRAINT "placement_sittings_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "placement_items_item" ON "placement_items" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "placement_results_person" ON "placement_results" USING btree ("person_id","at");