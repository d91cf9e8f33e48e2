import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { MOST_BYTES } from "../../app/people/roster/sniff.ts";

/** Bytes of a request's body: forms and small uploads. */
export const BODY_LIMIT = 1024 * 1024;
/** Files may be larger: of questions, certificates and evidence 10 MB, rosters 300 MB, with the form around them. */
const MB = 1024 * 1024;
const bodyLimit = (pathname: string): number => {
	if (isRosterUpload(pathname)) return MOST_BYTES + 0.1 * MB;
	if (["/periksa", "/jp/ajukan"].includes(pathname)) return 10.1 * MB;
	return /^\/studio\/[^/]+\/impor$/.test(pathname) ? 10.1 * MB : BODY_LIMIT;
};

/** Whether the address takes rosters, which may be on their way for long. */
export const isRosterUpload = (pathname: string): boolean => /^\/instansi\/[^/?]+\/impor$/.test(pathname);

/** The body is longer than its address allows. */
export class BodyTooLarge extends Error {}

type Facts = {
	origins: string[];
	id: string;
	address: string;
	/** Called when a body that did not say its length turns out to be longer than its address allows. */
	onTooLarge: () => void;
};

/** Node's request as a Fetch request. What only the server may say is overwritten, whatever the client sent. */
export function toRequest(incoming: IncomingMessage, facts: Facts): Request {
	const origin = originOf(incoming, facts.origins);
	const url = new URL(pathOf(incoming), origin);
	const limit = bodyLimit(url.pathname);
	if (Number(incoming.headers["content-length"] ?? 0) > limit) throw new BodyTooLarge();
	const init: RequestInit & { duplex?: "half" } = {
		method: incoming.method,
		headers: headersOf(incoming, new URL(origin).host, facts),
	};
	if (incoming.method !== "GET" && incoming.method !== "HEAD") {
		init.body = limited(incoming, limit, facts.onTooLarge);
		init.duplex = "half";
	}
	return new Request(url, init);
}

/** An absolute-form or scheme-relative target must not choose another host. */
function pathOf(incoming: IncomingMessage): string {
	return `/${(incoming.url ?? "/").replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/^[/\\]+/, "")}`;
}

function originOf(incoming: IncomingMessage, origins: string[]): string {
	const asked = `http://${incoming.headers.host ?? ""}`;
	return origins.find((origin) => origin === asked) ?? origins[0] ?? asked;
}

function headersOf(incoming: IncomingMessage, host: string, { id, address }: Facts): [string, string][] {
	const headers: [string, string][] = [
		["host", host],
		["x-cakap-request", id],
		["x-cakap-address", address],
	];
	for (const [name, value] of Object.entries(incoming.headers)) {
		if (value === undefined || name === "host" || /^x-(forwarded|cakap)-/.test(name)) continue;
		for (const one of Array.isArray(value) ? value : [value]) headers.push([name, one]);
	}
	return headers;
}

function limited(
	incoming: IncomingMessage,
	limit: number,
	onTooLarge: () => void,
): ReadableStream<Uint8Array> {
	let bytes = 0;
	const guard = new TransformStream<Uint8Array, Uint8Array>({
		transform(chunk, controller) {
			bytes += chunk.byteLength;
			if (bytes <= limit) return controller.enqueue(chunk);
			onTooLarge();
			controller.error(new BodyTooLarge());
		},
	});
	return (Readable.toWeb(incoming) as ReadableStream<Uint8Array>).pipeThrough(guard);
}
