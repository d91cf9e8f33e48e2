import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

export type AssetHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Serves build/client: hashed files for ever, the rest for an hour, precompressed where the build made it. */
export function assetHandler(folder: string): AssetHandler {
	const serve = sirv(folder, {
		etag: true,
		gzip: true,
		brotli: true,
		dotfiles: false,
		setHeaders(response, pathname) {
			const hashed = pathname.startsWith("/assets/");
			response.setHeader(
				"Cache-Control",
				hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
			);
			response.setHeader("X-Content-Type-Options", "nosniff");
		},
	});
	return (request, response, next) => {
		// A file that a new build took away meanwhile: without this its stream's error would end the process.
		response.once("pipe", (file) => file.on("error", () => response.destroy()));
		serve(request, response, next);
	};
}
