import { rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

/** The yardstick: rows like an answer's, each committed by itself with synchronous=FULL. @returns inserts a second */
export function rawInserts(folder: string, seconds: number): number {
	const file = path.join(folder, "yardstick.sqlite");
	const database = new Database(file);
	database.pragma("journal_mode = WAL");
	database.pragma("synchronous = FULL");
	database.exec(`CREATE TABLE answers (attempt_id TEXT, position INTEGER, value TEXT, device TEXT, number INTEGER,
		heard_at INTEGER, elapsed_ms INTEGER, given_at INTEGER, received_at INTEGER,
		PRIMARY KEY (attempt_id, device, number))`);
	const insert = database.prepare("INSERT INTO answers VALUES (?, 1, ?, ?, ?, ?, 0, ?, ?)");
	const attempt = "01932c5e-7b11-7c3a-9d41-000000000000";
	const device = "0123456789abcdef0123456789abcdef";
	const started = performance.now();
	let made = 0;
	while (performance.now() - started < seconds * 1000) {
		const now = Date.now();
		insert.run(attempt, '{"chosen":["a"]}', device, ++made, now, now, now);
	}
	const rate = made / ((performance.now() - started) / 1000);
	database.close();
	for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
	return rate;
}
