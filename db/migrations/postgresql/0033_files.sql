CREATE TABLE "files" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"made_at" bigint NOT NULL
);
