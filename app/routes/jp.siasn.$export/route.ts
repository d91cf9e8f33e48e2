import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireHoursExporter } from "#app/access/hoursExporter.server.ts";
import { recordAudit } from "#app/activity/audit.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { siasnFile } from "#app/records/siasn/file.ts";
import { findSiasnExport, siasnRowsOf } from "#app/records/siasn/view.server.ts";
import { transaction } from "#db/transaction.server.ts";

/** An export as a file: what is new in it, or what was taken back; the look at so many people is audited. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, agencyId } = await requireHoursExporter(request);
	const exportId = params.export ?? "";
	const found = await findSiasnExport(exportId, agencyId);
	if (found?.state !== "done") throw notFound();
	const asked = new URL(request.url).searchParams;
	const kind = asked.get("jenis") === "removed" ? "removed" : "added";
	const { type, name, bytes } = siasnFile(await siasnRowsOf(exportId, kind), asked.get("format"), kind);
	const actor = { id: viewer.personId, name: viewer.name };
	const subject = { subjectKind: "siasn-export", subjectId: exportId, agencyId, detail: { kind, type } };
	await transaction((tx) => recordAudit(tx, { ...subject, actor, action: "siasn.download", at: Date.now() }));
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": type,
			"Content-Disposition": `attachment; filename="${name}"`,
			"Cache-Control": "no-store",
		},
	});
}
