import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePeopleManager } from "#app/access/managedPeople.server.ts";
import { recordAudit } from "#app/activity/audit.server.ts";
import { type CsvCell, csvResponse } from "#app/http/csv.ts";
import { dayIn } from "#app/i18n/format.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import type { ColleagueCursor } from "#app/people/colleagueList.server.ts";
import { agencyJp } from "#app/records/jp/agencyJp.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { jpListState } from "../jp.instansi/listState.ts";

const PAGE = 1000;
const columns = [
	"name",
	"unit",
	"employment",
	"earned",
	"elsewhere",
	"direction",
	"target",
	"counted",
	"missing",
] as const;

/** The list as CSV; the look at so many people is audited. */
export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const now = Date.now();
	const { timeZone } = viewer;
	const t = jpMessages[viewer.lang];
	const present = Number(dayIn(now, timeZone).slice(0, 4));
	const { unit: unitId, ...state } = jpListState(new URL(request.url).searchParams, present);
	const rows: CsvCell[][] = [columns.map((column) => t[`csv.${column}`])];
	for (let after: ColleagueCursor | null = null; ; ) {
		const page: Awaited<ReturnType<typeof agencyJp>> = await agencyJp(
			{ ...state, unitId, scope, timeZone, now },
			after,
			PAGE,
		);
		for (const row of page.rows) {
			const direction = t[`direction.${row.direction ?? "none"}`];
			const cells = { ...row, unit: row.unitName ?? "", direction };
			rows.push(columns.map((column) => cells[column]));
		}
		if (!page.next) break;
		after = page.next;
	}
	await transaction((tx) =>
		recordAudit(tx, {
			actor: { id: viewer.personId, name: viewer.name },
			action: "jp.export",
			subjectKind: "agency",
			subjectId: scope.agencyId,
			agencyId: scope.agencyId,
			detail: { people: rows.length - 1, year: state.year },
			at: now,
		}),
	);
	return csvResponse("jp-pegawai.csv", rows);
}
