import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { newCode } from "#app/certification/code.ts";
import { verifyCode } from "#app/certification/find.server.ts";
import { closeDatabase, openSqlite } from "#db/client.server.ts";
import { sqliteFile } from "#db/config.ts";
import { migrate } from "#db/migrate.server.ts";

const LOOKS = 2000;

/** Checking by code among so many certificates, half of the codes known: what it takes at the 95th of 100, in milliseconds. */
export async function checking(certificates: number): Promise<number[]> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), "cakap-check-"));
	const before = process.env.DATA_DIR;
	await closeDatabase();
	process.env.DATA_DIR = dataDir;
	try {
		await migrate();
		const codes = fill(certificates);
		const times: number[] = [];
		for (let look = 0; look < LOOKS; look++) {
			const known = codes[Math.floor(Math.random() * codes.length)] ?? "";
			const code = look % 2 === 0 ? known : newCode();
			const begun = performance.now();
			const found = await verifyCode(code);
			times.push(performance.now() - begun);
			if ((found !== null) !== (look % 2 === 0)) throw new Error("a code was not told apart");
		}
		return times;
	} finally {
		await closeDatabase();
		process.env.DATA_DIR = before;
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Rows made for the purpose. @returns some of their codes */
function fill(certificates: number): string[] {
	const client = openSqlite(sqliteFile());
	client.pragma("foreign_keys = OFF");
	client.pragma("synchronous = OFF");
	const print = JSON.stringify({
		...{
			name: "Sari Utami",
			identifierKind: "NIP",
			identifier: "198609012010122003",
			courseTitle: "Keamanan Siber",
		},
		...{
			issuerName: "Kementerian",
			startedOn: "2026-11-03",
			finishedOn: "2026-11-27",
			issuedOn: "2026-11-27",
		},
		...{ subjects: [], competences: [], signatory: { name: "", position: "" } },
	});
	const insert = client.prepare(
		`INSERT INTO certificates (id, code, number, person_id, enrolment_id, attempt_id, course_id, version_id, issuer_id,
			agency_id, print, jp, issued_at) VALUES (?, ?, ?, 'p', ?, 'a', 'c', 'v', 'i', 'i', ?, 4, ?)`,
	);
	const codes: string[] = [];
	client.transaction(() => {
		for (let n = 0; n < certificates; n++) {
			const code = newCode();
			if (n % 500 === 0) codes.push(code);
			insert.run(`c${n}`, code, `${n}/KS/X/XI/2026`, `e${n}`, print, n);
		}
	})();
	client.pragma("wal_checkpoint(TRUNCATE)");
	client.close();
	return codes;
}
