import { v7 as uuid } from "uuid";
import { certificatesOf } from "#app/certification/find.server.ts";
import { advanceSiasnExport } from "#app/records/siasn/advance.server.ts";
import { beginSiasnExport } from "#app/records/siasn/begin.server.ts";
import { setSiasnPlace } from "#app/records/siasn/settings.server.ts";
import { findSiasnExport, siasnRowsOf } from "#app/records/siasn/view.server.ts";
import { db } from "#db/client.server.ts";
import { identifiers } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse, makePerson, NOW } from "#tests/support/make/course.ts";
import { passExam } from "#tests/support/make/passExam.ts";

export const actor = { id: null, name: "Admin Uji" };
let serial = 0;

export const pnsId = (personId: string, value = `PNS${++serial}`) =>
	db.insert(identifiers).values({ id: uuid(), personId, kind: "PNS_ID", value, validFrom: NOW });

/** An agency that SIASN knows, and people of it who pass its course. */
export async function exporter() {
	const agencyId = await makeAgency(`X${++serial}-${Math.floor(Math.random() * 1e9)}`);
	const course = await makeCourse(agencyId, `siasn-${agencyId.slice(-12)}`);
	const place = { instansiId: "INST-1", lokasiId: "LOK-1" };
	await transaction((tx) => setSiasnPlace(tx, { agencyId, ...place, actor, now: NOW }));
	const award = async (hasId = true, now = NOW) => {
		const personId = await makePerson(agencyId);
		if (hasId) await pnsId(personId);
		await passExam({ ...course, personId, agencyId, now });
		const [found] = await certificatesOf(personId);
		if (!found) throw new Error("no certificate");
		return found;
	};
	/** Makes an export, whole. */
	const made = async (now: number) => {
		const begun = await transaction((tx) => beginSiasnExport(tx, { agencyId, actor, now }));
		if ("fault" in begun) throw new Error(begun.fault);
		await advanceSiasnExport(begun.id, () => now);
		const found = await findSiasnExport(begun.id, agencyId);
		if (!found) throw new Error("no export");
		const [added, removed] = await Promise.all([
			siasnRowsOf(begun.id, "added"),
			siasnRowsOf(begun.id, "removed"),
		]);
		return { id: begun.id, found, added, removed };
	};
	return { agencyId, award, made };
}
