import type { IncomingMessage } from "node:http";

type Entry = { id: string; incoming: IncomingMessage; route: string | null; status: number; ms: number };

/** One line a request: no address, no query, no identifier of a person. */
export function logRequest({ id, incoming, route, status, ms }: Entry): void {
	const line = {
		at: new Date().toISOString(),
		id,
		method: incoming.method,
		route: route ?? firstSegment(incoming.url ?? "/"),
		status,
		ms: Math.round(ms * 10) / 10,
	};
	process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Of a resource route only the section is known here; the rest of a path may name a person. */
function firstSegment(url: string): string {
	const [, first = "", rest] = /^\/([^/?#]*)([/?#].*)?$/.exec(url) ?? [];
	return `/${first}${rest?.startsWith("/") ? "/*" : ""}`;
}
