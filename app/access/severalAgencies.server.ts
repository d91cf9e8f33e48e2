import { among } from "#db/bulk.server.ts";
import { db } from "#db/client.server.ts";
import { agencies } from "#db/schema/index.ts";
import { agenciesOf } from "./permissions.ts";
import type { Viewer } from "./viewer.server.ts";

/** The agencies in which the viewer holds roles, the one that is acted for first; none when it is but one. */
export async function severalAgencies(
	viewer: Viewer,
): Promise<{ id: string; code: string; name: string; shortName: string }[]> {
	const ids = agenciesOf(viewer);
	if (ids.length < 2) return [];
	const { id, code, name, shortName } = agencies;
	const rows = await db.select({ id, code, name, shortName }).from(agencies).where(among(id, ids));
	return ids.flatMap((one) => rows.find((row) => row.id === one) ?? []);
}
