import { requestId } from "../http/address.server.ts";
import { environment } from "../http/env.server.ts";
import { sectionMessages } from "../i18n/messages/sections.ts";
import type { PageFrame, Section } from "../ui/context.tsx";
import { requestLanguage } from "../ui/requestLanguage.server.ts";
import { can, scopeFor } from "./permissions.ts";
import { severalAgencies } from "./severalAgencies.server.ts";
import { getViewer, type Viewer } from "./viewer.server.ts";

/** The part of the viewer and the request that every page may show. */
export async function frameOf(request: Request): Promise<PageFrame> {
	const viewer = await getViewer(request);
	const url = new URL(request.url);
	const [acting] = viewer ? await severalAgencies(viewer) : [];
	return {
		lang: viewer?.lang ?? requestLanguage(request),
		here: url.pathname + url.search,
		viewer: viewer && {
			name: viewer.name,
			agencyName: viewer.agency?.name ?? "",
			actsFor: acting?.shortName ?? "",
			sections: sectionsOf(viewer, acting?.code ?? viewer.agency?.code ?? null),
		},
		timeZone: viewer?.timeZone ?? "Asia/Jakarta",
		demo: environment().demo,
		requestId: requestId(request),
	};
}

/** @param agencyCode of the agency that is acted for */
function sectionsOf(viewer: Viewer, agencyCode: string | null): Section[] {
	const t = sectionMessages[viewer.lang];
	const readiness = readinessPath(viewer, agencyCode);
	return [
		{ to: "/beranda", label: t.mine },
		{ to: "/pelatihan", label: t.catalogue },
		{ to: "/jp", label: t.hours },
		...(can(viewer, "studio.open") ? [{ to: "/studio", label: t.studio }] : []),
		...(readiness ? [{ to: readiness, label: t.readiness }] : []),
		...(can(viewer, "people.read") ? [{ to: "/orang", label: t.people }] : []),
		...(can(viewer, "agency.manage") ? [{ to: "/instansi", label: t.agencies }] : []),
		...(can(viewer, "assignment.manage") ? [{ to: "/penugasan", label: t.assignments }] : []),
		...(can(viewer, "role.give") ? [{ to: "/peran", label: t.roles }] : []),
		...(can(viewer, "exam.supervise") ? [{ to: "/ujian", label: t.exams }] : []),
		...(can(viewer, "exam.mark") ? [{ to: "/penilaian", label: t.marking }] : []),
		...(can(viewer, "audit.read") ? [{ to: "/audit", label: t.audit }] : []),
		...(can(viewer, "system.read") ? [{ to: "/sistem", label: t.system }] : []),
	];
}

function readinessPath(viewer: Viewer, agencyCode: string | null): string | null {
	if (scopeFor(viewer, "readiness.nation")) return "/kesiapan";
	return scopeFor(viewer, "readiness.agency") && agencyCode ? `/kesiapan/${agencyCode}` : null;
}
