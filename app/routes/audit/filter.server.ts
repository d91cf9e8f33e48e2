import { type Viewer, viewerScope } from "#app/access/viewer.server.ts";
import type { AuditCursor, AuditFilter } from "#app/activity/auditList.server.ts";

const DAY = 86_400_000;
const WIB_MS = 7 * 3_600_000;

/** The filter that the address holds; what cannot be read of it does not filter. */
export function auditFilter(viewer: Viewer, params: URLSearchParams): AuditFilter {
	const till = day(params.get("sampai"));
	return {
		scope: viewerScope(viewer, "audit.read") ?? { kind: "agency", agencyId: "" },
		action: (params.get("tindakan") ?? "").slice(0, 60),
		actor: (params.get("pelaku") ?? "").slice(0, 100),
		from: day(params.get("sejak")),
		till: till === null ? null : till + DAY,
	};
}

/** Midnight of WIB of an ISO day. */
function day(text: string | null): number | null {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	return Number.isNaN(at) ? null : at - WIB_MS;
}

export function cursorOf(params: URLSearchParams): AuditCursor | null {
	const [at, id] = (params.get("setelah") ?? "").split("_");
	return at && id && /^\d+$/.test(at) ? { at: Number(at), id } : null;
}
