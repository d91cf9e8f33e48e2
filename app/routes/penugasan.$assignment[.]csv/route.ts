import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAssigner } from "#app/access/assigner.server.ts";
import { recordAudit } from "#app/activity/audit.server.ts";
import { type CsvCell, csvResponse } from "#app/http/csv.ts";
import { notFound } from "#app/http/responses.server.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { findAssignment } from "#app/learning/assignments/assignmentList.server.ts";
import type { MemberCursor } from "#app/learning/assignments/memberFilters.ts";
import { membersOf } from "#app/learning/assignments/memberList.server.ts";
import { transaction } from "#db/transaction.server.ts";

const PAGE = 1000;

/** Everybody of an assignment as CSV; the look at so many people is audited. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, scope } = await requireAssigner(request);
	const now = Date.now();
	const found = await findAssignment(params.assignment ?? "", scope, now);
	if (!found) throw notFound();
	const t = assignmentMessages[viewer.lang];
	const columns = ["name", "unit", "position", "due", "progress", "passed", "late", "exempt"] as const;
	const rows: CsvCell[][] = [columns.map((column) => t[`csv.${column}`])];
	for (let after: MemberCursor | null = null; ; ) {
		const page = await membersOf(found.id, scope, "all", after, PAGE, now);
		for (const row of page)
			rows.push([
				row.name,
				row.unitName ?? "",
				row.position ?? "",
				row.dueDay,
				t[`progress.${row.progress}`],
				row.passed,
				row.isLate ? t.yes : t.no,
				row.isExempt ? (row.exemptReason ?? "") : "",
			]);
		const last: (typeof page)[number] | undefined = page.at(-1);
		if (!last || page.length < PAGE) break;
		after = { sortKey: last.sortKey, personId: last.personId };
	}
	await transaction((tx) =>
		recordAudit(tx, {
			actor: { id: viewer.personId, name: viewer.name },
			action: "assignment.export",
			subjectKind: "assignment",
			subjectId: found.id,
			agencyId: scope.agencyId,
			detail: { people: rows.length - 1 },
			at: now,
		}),
	);
	return csvResponse("penugasan.csv", rows);
}
