import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { logoType } from "#app/certification/design/designs.server.ts";
import { openFile } from "#app/http/files.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { reading } from "#db/transaction.server.ts";

/** A logo that some agency has or had, for anyone: it is on certificates. */
export async function loader({ params }: LoaderFunctionArgs) {
	const hash = params.hash ?? "";
	const type = /^[0-9a-f]{64}$/.test(hash) ? await reading((tx) => logoType(tx, hash)) : null;
	const file = type ? await openFile(hash) : null;
	if (!type || !file) throw notFound();
	return new Response(createReadableStreamFromReadable(file), {
		headers: { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" },
	});
}
