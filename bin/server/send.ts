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
	const sent = await bodyOf(incoming, outgoing, response);
	if (response.status !== 204 && response.status !== 304)
		outgoing.setHeader("Content-Length", Buffer.byteLength(sent));
	outgoing.end(incoming.method === "HEAD" ? undefined : sent);
}

/** Writes JSON with the common headers, without the making of a Fetch response. */
export async function sendJson(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	{ status, text }: { status: number; text: string },
	common: Record<string, string>,
): Promise<void> {
	if (outgoing.destroyed) return;
	const body = await packed(incoming, outgoing, text);
	outgoing.writeHead(status, {
		...common,
		"Content-Type": "application/json",
		"Cache-Control": "private, no-cache",
		"Content-Length": Buffer.byteLength(body),
	});
	outgoing.end(body);
}

/** Text stays text where it is not compressed: Node then sends it in one write with its head. */
async function bodyOf(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	response: Response,
): Promise<string | Buffer> {
	if (!response.body) return "";
	const isText = compressible.test(response.headers.get("Content-Type") ?? "");
	if (!isText || response.headers.has("Content-Encoding")) return Buffer.from(await response.arrayBuffer());
	return packed(incoming, outgoing, await response.text());
}

async function packed(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	text: string,
): Promise<string | Buffer> {
	outgoing.appendHeader("Vary", "Accept-Encoding");
	if (text.length < 1024 || !/\bgzip\b/.test(incoming.headers["accept-encoding"]?.toString() ?? ""))
		return text;
	outgoing.setHeader("Content-Encoding", "gzip");
	return compress(text, { level: 6 });
}
