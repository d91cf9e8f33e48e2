import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { json } from "@remix-run/node";
import { z } from "zod";
import type { Viewer } from "#app/access/viewer.server.ts";
import { applyUnits, dryRunUnits } from "#app/agencies/importUnits.server.ts";
import type { FoundAgency } from "#app/agencies/searchAgencies.server.ts";
import type { UnorRow } from "#app/agencies/unitTreeFile.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { unitImportMessages } from "#app/i18n/messages/unitImport.ts";
import { RosterRefused } from "#app/people/roster/rosterLine.ts";
import { readUnorFile } from "#app/records/reorganisation/readUnorFile.ts";

/** What was read goes back with the page: nothing of the file is kept until it is applied. */
const carried = z.array(
	z.tuple([z.int().positive(), z.string().max(2000), z.string().max(2000), z.string().max(2000).nullable()]),
);
type Carried = z.infer<typeof carried>;

/** Reads an uploaded file and says what it would change. */
export async function check(viewer: Viewer, agency: FoundAgency, form: FormData, _now: number) {
	const t = unitImportMessages[viewer.lang];
	const file = form.get("file");
	if (!(file instanceof File) || file.size === 0)
		return json({ errors: { file: t.fileNeeded } }, { status: 400 });
	const rows = await rowsOf(file);
	if (typeof rows === "string") return json({ errors: { file: rows } }, { status: 400 });
	if (rows.length === 0) return json({ errors: { file: t.noRows } }, { status: 400 });
	return json({ found: await dryRunUnits(agency.id, rows), rows: JSON.stringify(rows.map(asCarried)) });
}

/** Brings the agency's units to what was shown; judged anew, for somebody may have changed them meanwhile. */
export async function apply(viewer: Viewer, agency: FoundAgency, form: FormData, now: number) {
	const rows = carriedRows(form.get("rows"));
	if (!rows) throw badRequest();
	const t = unitImportMessages[viewer.lang];
	const to = `/instansi/${agency.code}`;
	if (agency.validTo !== null)
		return redirectWithToast(to, { kind: "bad", text: agencyMessages[viewer.lang]["refused.closed"] });
	const actor = { id: viewer.personId, name: viewer.name };
	const found = await applyUnits(agency.id, rows, actor, now);
	if (found.refused.length > 0)
		return json({ found, rows: JSON.stringify(rows.map(asCarried)) }, { status: 400 });
	return redirectWithToast(to, { kind: "good", text: t.done(String(found.new), String(found.changed)) });
}

/** The file's rows, or why it cannot be read. The file is gone afterwards. */
async function rowsOf(file: File): Promise<UnorRow[] | string> {
	const folder = await mkdtemp(path.join(os.tmpdir(), "cakap-unit-"));
	try {
		const at = path.join(folder, "unor");
		await writeFile(at, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 });
		return await readUnorFile(at, file.name);
	} catch (error) {
		if (error instanceof RosterRefused) return error.message;
		throw error;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const asCarried = ({ row, code, name, parent }: UnorRow): Carried[number] => [row, code, name, parent];

function carriedRows(value: FormDataEntryValue | null): UnorRow[] | null {
	try {
		const read = carried.parse(JSON.parse(String(value)));
		return read.map(([row, code, name, parent]) => ({ row, code, name, parent }));
	} catch {
		return null;
	}
}
