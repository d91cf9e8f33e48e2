import { can } from "#app/access/permissions.ts";
import type { Viewer } from "#app/access/viewer.server.ts";
import { forbidden, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { withdrawVersion } from "#app/learning/withdrawVersion.server.ts";
import { publishedCourses } from "#app/studio/drafts.server.ts";
import { transaction } from "#db/transaction.server.ts";

/** Tarik: a reviewer withdraws a current version of the own agency, with a reason. */
export async function withdraw(viewer: Viewer, form: FormData, now: number): Promise<Response> {
	if (!can(viewer, "version.withdraw") || !viewer.agency) throw forbidden();
	const t = studioMessages[viewer.lang];
	const versionId = form.get("version")?.toString() ?? "";
	const reason = (form.get("reason")?.toString() ?? "").trim().slice(0, 500);
	const own = await publishedCourses([viewer.agency.id]);
	if (!own.some((course) => course.versionId === versionId)) throw notFound();
	if (reason.length < 10) return redirectWithToast("/studio", { kind: "bad", text: t.reasonNeeded });
	const actor = { id: viewer.personId, name: viewer.name };
	await transaction((tx) => withdrawVersion(tx, { versionId, reason, actor, now }));
	return redirectWithToast("/studio", { kind: "good", text: t.withdrawn });
}
