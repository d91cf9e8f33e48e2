CREATE TABLE "fold_forwards" (
	"generation" text COLLATE "C" NOT NULL,
	"agency_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"to_agency_id" text COLLATE "C" NOT NULL,
	"to_unit_id" text COLLATE "C" NOT NULL,
	"month" text COLLATE "C" NOT NULL,
	CONSTRAINT "fold_forwards_generation_agency_id_unit_id_pk" PRIMARY KEY("generation","agency_id","unit_id")
);
