-- Answers that were saved before the log become its first events. Ten seconds: what was still on its way counted.
INSERT INTO "answer_events" ("attempt_id", "position", "value", "device", "number", "heard_at", "elapsed_ms", "given_at", "received_at")
SELECT "attempt_id", "position", "answer", 'saved', "position", "saved_at", 0, "saved_at", "saved_at"
FROM "attempt_items" WHERE "answer" IS NOT NULL AND "answer" <> 'null'::jsonb AND "saved_at" IS NOT NULL;
--> statement-breakpoint
UPDATE "attempt_items" SET "milli_points" = round("points" * 1000)::integer WHERE "points" IS NOT NULL;
--> statement-breakpoint
UPDATE "attempts" SET "milli_points" = round("points" * 1000)::integer, "closed_at" = "submitted_at" + 10000 WHERE "state" = 'submitted';
