import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);
const compressible = /^(text\/|application\/(json|javascript|xml)|image\/svg\+xml)/;

/** Writes a Fetch response with the common headers; text over a kilobyte goes compressed. */
export async function send(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	response: Response,
	common: Record<string, string>,
): Promise<void> {
	if (outgoing.destroyed) return;
	for (const [name, value] of Object.entries(common)) outgoing.setHeader(name, value);
	for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
	const cookies = response.headers.getSetCookie();
	if (cookies.length > 0) outgoing.setHeader("Set-Cookie", cookies);
	if (!response.headers.has("Cache-Control")) outgoing.setHeader("Cache-Control", "private, no-cache");
	outgoing.statusCode = response.status;
	const body = response.body ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0);
	const sent = await encoded(incoming, outgoing, response, body);
	if (response.status !== 204 && response.status !== 304) outgoing.setHeader("Content-Length", sent.length);
	outgoing.end(incoming.method === "HEAD" ? undefined : sent);
}

async function encoded(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	response: Response,
	body: Buffer,
) {
	if (!compressible.test(response.headers.get("Content-Type") ?? "")) return body;
	if (response.headers.has("Content-Encoding")) return body;
	outgoing.appendHeader("Vary", "Accept-Encoding");
	if (body.length < 1024 || !/\bgzip\b/.test(incoming.headers["accept-encoding"]?.toString() ?? ""))
		return body;
	outgoing.setHeader("Content-Encoding", "gzip");
	return compress(body, { level: 6 });
}
