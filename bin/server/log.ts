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
	waiting.push(`${JSON.stringify(line)}\n`);
	// What went wrong is looked for at once.
	if (status >= 500 || waiting.length >= MOST) flush();
	else timer ??= setTimeout(flush, PAUSE_MS);
}

/** Requests that come together are written together: a write for each costs more than a lesson's page does. */
const PAUSE_MS = 50;
const MOST = 256;
const waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function flush(): void {
	clearTimeout(timer);
	timer = undefined;
	if (waiting.length > 0) process.stdout.write(waiting.splice(0).join(""));
}
process.once("exit", flush);

/** Of a resource route only the section is known here; the rest of a path may name a person. */
function firstSegment(url: string): string {
	const [, first = "", rest] = /^\/([^/?#]*)([/?#].*)?$/.exec(url) ?? [];
	return `/${first}${rest?.startsWith("/") ? "/*" : ""}`;
}
