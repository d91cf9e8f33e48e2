import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireDraft } from "#app/access/studioDraft.server.ts";
import { exportFormats, fileTypes } from "#app/assessment/exchange/writeItems.ts";
import { itemsOf, mediaOfDraft } from "#app/studio/drafts.server.ts";
import { exportItems } from "#app/studio/exchange/exportItems.server.ts";

/** The draft's item bank as a file; what could not be written is told on the page that leads here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { draft } = await requireDraft(request, params.draft);
	const asked = new URL(request.url).searchParams.get("format");
	const format = exportFormats.find((one) => one === asked);
	if (!format) return redirect(`/studio/${draft.id}/impor`);
	const { text } = await exportItems(await itemsOf(draft.id), await mediaOfDraft(draft.id), format);
	const { extension, type } = fileTypes[format];
	const disposition = `attachment; filename="${draft.facts.slug}.${extension}"`;
	return new Response(text, {
		headers: { "Content-Type": type, "Content-Disposition": disposition, "Cache-Control": "no-store" },
	});
}
