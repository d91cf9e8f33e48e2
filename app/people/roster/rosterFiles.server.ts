import { createHash } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataDir } from "#db/config.ts";
import { MOST_BYTES } from "./sniff.ts";

/** The file is longer than a roster may be: what came of it is deleted. */
export class RosterTooLarge extends Error {}

/** Where uploaded rosters wait to be read: beside the database, or with FILES_DIR where every node reaches them. */
function folder(): string {
	const shared = process.env.FILES_DIR;
	return path.join(shared ? path.resolve(shared) : dataDir(), "rosters");
}

/** The place of a run's file. @throws RangeError when the id is not one, so that no path can be smuggled in */
export function rosterFile(runId: string): string {
	if (!/^[0-9a-f-]{36}$/.test(runId)) throw new RangeError("not an id");
	return path.join(folder(), runId);
}

/**
 * Keeps what arrives of a roster until it is read, piece by piece; nothing of a file that breaks off is left.
 * @returns its length and SHA-256 in hex
 * @throws RosterTooLarge
 */
export async function keepRosterFile(
	runId: string,
	pieces: AsyncIterable<Uint8Array>,
	most = MOST_BYTES,
): Promise<{ bytes: number; sha256: string }> {
	await mkdir(folder(), { recursive: true, mode: 0o700 });
	const file = await open(rosterFile(runId), "wx", 0o600);
	const hash = createHash("sha256");
	let bytes = 0;
	try {
		for await (const piece of pieces) {
			bytes += piece.byteLength;
			if (bytes > most) throw new RosterTooLarge();
			hash.update(piece);
			await file.write(piece);
		}
		await file.sync();
	} catch (error) {
		await dropRosterFile(runId);
		throw error;
	} finally {
		await file.close();
	}
	return { bytes, sha256: hash.digest("hex") };
}

export async function dropRosterFile(runId: string): Promise<void> {
	await rm(rosterFile(runId), { force: true });
}

/** Deletes files that nobody came back for; `before` is the time of their last change. */
export async function forgetRosterFiles(before: number): Promise<void> {
	for (const name of await readdir(folder()).catch(() => [])) {
		const file = path.join(folder(), name);
		const seen = await stat(file).catch(() => null);
		if (seen && seen.mtimeMs < before) await rm(file, { force: true });
	}
}
