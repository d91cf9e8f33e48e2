import type Database from "better-sqlite3";

/** Words of invented names: the share of people who have the first of them is the greatest, as in life. */
const given = ["Siti", "Muhammad", "Dewi", "Agus", "Nur", "Sri", "Budi", "Ahmad", "Putu", "Maria"];
const family = 4000;
/** The largest of the agencies has so many of a million people. */
const LARGEST = 40_000;
const AGENCIES = 640;

/** A database of so many invented people in 640 agencies, one of them large, half of whom share a word of their name. */
export function fillPeople(client: Database.Database, people: number): { largest: string; usual: string } {
	client.pragma("foreign_keys = OFF");
	client.pragma("synchronous = OFF");
	const largest = Math.min(LARGEST, Math.ceil(people / 25));
	client.exec(`
		CREATE TEMP TABLE words (n INTEGER PRIMARY KEY, word TEXT);
		INSERT INTO words VALUES ${given.map((word, n) => `(${n}, '${word}')`).join(",")};
		WITH RECURSIVE a(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM a WHERE n < ${AGENCIES - 1})
		INSERT INTO agencies (id, code, name, short_name, kind, time_zone, source, needs_check, valid_from, sort_key)
		SELECT printf('a%03d', n), printf('X%03d', n), printf('Instansi %03d', n), printf('I%03d', n), 'city',
			'Asia/Jakarta', 'uji', 0, '2020-01-01', printf('instansi %03d', n) FROM a;
		CREATE TEMP TABLE made AS
		WITH RECURSIVE p(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM p WHERE n < ${people - 1})
		SELECT printf('p%07d', n) AS id,
			CASE WHEN n < ${largest} THEN 'a000' ELSE printf('a%03d', 1 + n % ${AGENCIES - 1}) END AS agency,
			(SELECT word FROM words WHERE words.n = CASE WHEN n % 2 = 0 THEN 0 ELSE (n / 2) % 10 END) AS one,
			printf('%s%d', substr('bakadagaharamasatawa', 1 + 2 * ((n * 7) % 10), 2) || 'ri', (n * 13) % ${family}) AS two,
			CASE WHEN n % 3 = 0 THEN 'Nur' ELSE 'Lang' || (n % 900) END AS three,
			date('1962-01-01', '+' || ((n * 17) % 15000) || ' days') AS born, n FROM p;
	`);
	client.exec(`
		INSERT INTO people (id, name, sort_key, created_at) SELECT id, one || ' ' || two || ' ' || three,
			lower(one || ' ' || two || ' ' || three), 0 FROM made ORDER BY id;
		INSERT INTO memberships (id, person_id, agency_id, employment, job_class, position, sort_key, valid_from)
		SELECT 'm' || id, id, agency, 'PNS', 'pelaksana', 'Uji', lower(one || ' ' || two || ' ' || three), 0
		FROM made ORDER BY agency;
		INSERT OR IGNORE INTO name_tokens (agency_id, token, person_id)
		SELECT agency, token, id FROM (SELECT agency, lower(one) AS token, id FROM made
			UNION ALL SELECT agency, two, id FROM made UNION ALL SELECT agency, lower(three), id FROM made)
		ORDER BY agency, token, id;
		INSERT OR IGNORE INTO identifiers (id, person_id, kind, value, valid_from)
		SELECT 'i' || id, id, 'NIP', replace(born, '-', '') || printf('%04d%02d%d%03d', 1990 + (n / 90000), 1 + n % 12,
			1 + n % 2, 1 + (n / 15000) % 999), 0 FROM made ORDER BY born;
	`);
	client.pragma("foreign_keys = ON");
	client.pragma("wal_checkpoint(TRUNCATE)");
	return { largest: "a000", usual: "a017" };
}
