import { examinedCourses } from "#app/access/courseScope.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { storedStatistics, versionsWithStatistics } from "#app/assessment/examStatistics.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/**
 * The version of a course that the address asks for (`?versi=N`, else the latest that anybody has sat, else the latest)
 * with its statistics, for those who examine the course.
 * @throws 404 when there is none in the viewer's scope
 */
export async function requireVersion(request: Request, slug: string) {
	const viewer = await requirePermission(request, "exam.supervise");
	const versions = await versionsWithStatistics(examinedCourses(viewer), slug);
	const asked = new URL(request.url).searchParams.get("versi");
	const latest = versions.findLast(({ people }) => (people ?? 0) > 0) ?? versions.at(-1);
	const version = asked === null ? latest : versions.find(({ number }) => String(number) === asked);
	if (!version) throw notFound();
	return { viewer, version, stored: await storedStatistics(version.versionId) };
}
