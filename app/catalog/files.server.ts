import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { dataDir } from "#db/config.ts";

/** Where files lie by the hash of their bytes: FILES_DIR shared by all nodes, or DATA_DIR/files. */
function folder(): string {
	return process.env.FILES_DIR ? path.resolve(process.env.FILES_DIR) : path.join(dataDir(), "files");
}

/** The place of a stored file. @throws RangeError when the hash is not one, so that no path can be smuggled in */
export function filePath(hash: string): string {
	if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("not a sha256");
	return path.join(folder(), hash.slice(0, 2), hash);
}

/** Stores the bytes once, whole or not at all, and gives their sha256. */
export async function putFile(bytes: Uint8Array): Promise<string> {
	const hash = createHash("sha256").update(bytes).digest("hex");
	const target = filePath(hash);
	if (await stat(target).catch(() => null)) return hash;
	await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
	const temporary = `${target}.${randomUUID()}`;
	const handle = await open(temporary, "wx", 0o600);
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(temporary, target);
	return hash;
}

/** The bytes of a stored file; null when there is none. */
export async function readStored(hash: string): Promise<Buffer | null> {
	return readFile(filePath(hash)).catch(() => null);
}
