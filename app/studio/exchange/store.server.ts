import { putFile } from "../../http/files.server.ts";
import type { Settled } from "./settle.ts";

export type StoredPicture = { name: string; hash: string; type: string; bytes: number };
/** A settled question whose pictures lie in the file store. */
export type StoredRow = Omit<Settled, "pictures"> & { pictures: StoredPicture[] };

/** Puts the pictures into the file store; a question without any costs nothing. */
export async function withStoredPictures(settled: readonly Settled[]): Promise<StoredRow[]> {
	const rows: StoredRow[] = [];
	for (const { pictures, ...rest } of settled) {
		const stored: StoredPicture[] = [];
		for (const { name, type, bytes } of pictures) stored.push({ name, type, ...(await putFile(bytes)) });
		rows.push({ ...rest, pictures: stored });
	}
	return rows;
}
