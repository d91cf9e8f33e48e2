import path from "node:path";
import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { v7 as uuid } from "uuid";
import { enterAs } from "./directSession.ts";
import type { Newcomer } from "./newLearner.ts";

const password = "payung biru meja kayu";
/** Of birth; newLearner's people are all born in 1970. */
const year = 1950 + Number(process.env.TEST_WORKER_INDEX ?? 0);
let made = 0;
let hashed: Promise<string> | undefined;

/** A person of an agency with a password, written into the site's database, whom the page's browser is signed in as. */
export async function examinee(page: Page): Promise<Newcomer> {
	hashed ??= hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
	const passwordHash = await hashed;
	const serial = String(++made).padStart(3, "0");
	const number = `${year}0101199501${1 + (made % 2)}${serial}`;
	const name = `Peserta ${year} ${serial}`;
	const client = new Database(path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite"), {
		timeout: 10_000,
	});
	const run = (text: string, ...values: unknown[]) => client.prepare(text).run(...values);
	const id = uuid();
	const now = Date.now();
	client.transaction(() => {
		run(
			"INSERT INTO people (id, name, sort_key, created_at) VALUES (?, ?, ?, ?)",
			id,
			name,
			name.toLowerCase(),
			now,
		);
		run(
			`INSERT INTO memberships (id, person_id, agency_id, employment, job_class, position, sort_key, valid_from)
			SELECT ?, ?, id, 'PNS', 'pelaksana', 'Arsiparis', ?, ? FROM agencies WHERE code = '3204'`,
			...[uuid(), id, name.toLowerCase(), now],
		);
		run(
			"INSERT INTO identifiers (id, person_id, kind, value, valid_from) VALUES (?, ?, 'NIP', ?, ?)",
			...[uuid(), id, number, now],
		);
		run(
			"INSERT INTO credentials (person_id, password_hash, changed_at) VALUES (?, ?, ?)",
			...[id, passwordHash, now],
		);
	})();
	client.close();
	await enterAs(page.context(), number);
	return { name, number, password };
}

/** Gives a person of the site a role in an agency, as a system-admin would. */
export function grantTo({ number }: Newcomer, role: string, agencyCode: string): void {
	const client = new Database(path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite"), {
		timeout: 10_000,
	});
	const { changes } = client
		.prepare(
			`INSERT INTO role_grants (id, person_id, role, agency_id, granted_at)
			SELECT ?, i.person_id, ?, a.id, ? FROM identifiers i, agencies a WHERE i.value = ? AND a.code = ?`,
		)
		.run(uuid(), role, Date.now(), number, agencyCode);
	client.close();
	if (changes !== 1) throw new Error(`no role for ${number} in ${agencyCode}`);
}

/** Corrects a person's name on record. */
export function renameOnRecord(personId: string, name: string): void {
	const client = new Database(path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite"), {
		timeout: 10_000,
	});
	client.prepare("UPDATE people SET name = ? WHERE id = ?").run(name, personId);
	client.close();
}

/** Makes SIASN's id of a person known, as a roster would. */
export function knownToSiasn(personId: string, value: string): void {
	const client = new Database(path.join(process.env.SITE_DATA_DIR ?? "", "cakap.sqlite"), {
		timeout: 10_000,
	});
	client
		.prepare("INSERT INTO identifiers (id, person_id, kind, value, valid_from) VALUES (?, ?, 'PNS_ID', ?, ?)")
		.run(uuid(), personId, value, Date.now());
	client.close();
}
