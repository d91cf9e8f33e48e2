import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, viewerScope } from "#app/access/viewer.server.ts";
import { readStored } from "#app/http/files.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { extensionOf } from "#app/records/elsewhere/evidenceFile.ts";
import { findPiece, ownPiece } from "#app/records/elsewhere/pieces.server.ts";

/** A certificate that was handed in, for its owner and who decides on it: to be saved, never shown as a page of this site. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const id = params.piece ?? "";
	const scope = viewerScope(viewer, "people.manage");
	const piece =
		(await ownPiece(id, viewer.personId)) ?? (scope ? await findPiece(id, scope, viewer.personId) : null);
	const bytes = piece ? await readStored(piece.fileHash) : null;
	if (!piece || !bytes) throw notFound();
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": piece.fileType,
			"Content-Disposition": `attachment; filename="sertifikat-${piece.id}.${extensionOf(piece.fileType)}"`,
			"Content-Security-Policy": "default-src 'none'; sandbox",
			"X-Content-Type-Options": "nosniff",
			"Cache-Control": "no-store",
		},
	});
}
