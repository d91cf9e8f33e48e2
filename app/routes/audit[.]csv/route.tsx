import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "#app/access/viewer.server.ts";
import { auditRows } from "#app/activity/auditList.server.ts";
import { csvResponse } from "#app/http/csv.ts";
import { auditFilter } from "../audit/filter.server.ts";

const LIMIT = 10_000;

/** What the audit page shows, as CSV; times in UTC. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requirePermission(request, "audit.read");
	const rows = await auditRows(auditFilter(viewer, new URL(request.url).searchParams), null, LIMIT);
	const head = ["waktu_utc", "pelaku", "tindakan", "jenis_objek", "objek", "rincian"];
	const lines = rows.map(({ at, actorName, action, subjectKind, subjectId, detail }) => [
		new Date(at).toISOString(),
		actorName,
		action,
		subjectKind,
		subjectId,
		JSON.stringify(detail),
	]);
	return csvResponse("audit.csv", [head, ...lines]);
}
