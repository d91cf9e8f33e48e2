import type { LoaderFunctionArgs } from "@remix-run/node";
import { findMedia } from "#app/catalog/findMedia.server.ts";
import { readStored } from "#app/http/files.server.ts";
import { notFound } from "#app/http/responses.server.ts";

/** A lesson's picture by the hash of its bytes: it never changes, so it is kept for ever. */
export async function loader({ params }: LoaderFunctionArgs) {
	const media = await findMedia(params.hash ?? "");
	const bytes = media ? await readStored(media.hash) : null;
	if (!media || !bytes) throw notFound();
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": media.type,
			"Cache-Control": "public, max-age=31536000, immutable",
			// Opened by itself, an SVG is a document of this site: it may draw and nothing else.
			"Content-Security-Policy": "default-src 'none'; sandbox",
		},
	});
}
