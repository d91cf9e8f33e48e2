import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireWholeAgency } from "#app/access/managedAgency.server.ts";
import { recordAudit } from "#app/activity/audit.server.ts";
import { csvResponse } from "#app/http/csv.ts";
import { notFound } from "#app/http/responses.server.ts";
import { refusedSheet } from "#app/people/roster/refusedRows.server.ts";
import { xlsxOf } from "#app/people/roster/xlsx/writeSheet.ts";
import { transaction } from "#db/transaction.server.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The refused rows as they stood, with why: to be corrected and sent again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, agency } = await requireWholeAgency(request, params.code);
	const runId = params.run ?? "";
	const sheet = await refusedSheet(runId, agency.id, viewer.lang);
	if (!sheet) throw notFound();
	const isXlsx = new URL(request.url).searchParams.get("format") === "xlsx";
	const actor = { id: viewer.personId, name: viewer.name };
	const subject = { subjectKind: "roster", subjectId: runId, agencyId: agency.id };
	const detail = { rows: sheet.length - 1 };
	const entry = { ...subject, actor, action: "roster.refused-rows", detail, at: Date.now() };
	await transaction((tx) => recordAudit(tx, entry));
	if (!isXlsx) return csvResponse("ditolak.csv", sheet);
	return new Response(new Uint8Array(xlsxOf(sheet)), {
		headers: {
			"Content-Type": XLSX,
			"Content-Disposition": 'attachment; filename="ditolak.xlsx"',
			"Cache-Control": "no-store",
		},
	});
}
