import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { forwardedAddress } from "../../app/http/address.server.ts";
import { acceptedOrigins, type Environment } from "../../app/http/env.server.ts";
import { withRequestMemo } from "../../app/http/memo.server.ts";
import { isOwnOrigin, securityHeaders } from "../../app/http/security.server.ts";
import { isDiskFull, isUnavailable } from "../../db/errors.server.ts";
import type { AssetHandler } from "./assets.ts";
import { isJournal, journalAnswer } from "./journal.ts";
import { logRequest } from "./log.ts";
import { plainAnswer } from "./plain.ts";
import { BodyTooLarge, isRosterUpload, toRequest } from "./request.ts";
import { send, sendJson } from "./send.ts";
import { type Turns, WEIGHT } from "./turns.ts";

type Options = {
	env: Environment;
	handler: (request: Request) => Promise<Response>;
	assets: AssetHandler;
	turns: Turns;
	isReady: () => boolean;
};

/** Node's listener: assets, then origin and size checks, then Remix, then one line of log. */
export function listener({ env, handler, assets, turns, isReady }: Options) {
	const common = securityHeaders(env.publicOrigin?.startsWith("https:") ?? false);
	return (incoming: IncomingMessage, outgoing: ServerResponse) => {
		if (!isReady()) return void send(incoming, outgoing, plainAnswer(503, "", incoming), common);
		if (isJournal(incoming)) endLater(incoming);
		if (isJournal(incoming)) return turns.begin(WEIGHT.answer, () => void keepAnswers(incoming, outgoing));
		const page = () => turns.begin(WEIGHT.page, () => void respond(incoming, outgoing));
		if (incoming.method !== "GET" && incoming.method !== "HEAD") {
			if (!isRosterUpload(incoming.url ?? "")) endLater(incoming);
			return page();
		}
		assets(incoming, outgoing, page);
	};

	async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const started = performance.now();
		const id = newId();
		const response = await withRequestMemo(() => answer(incoming, id));
		const route = response.headers.get("x-cakap-route");
		response.headers.delete("x-cakap-route");
		await send(incoming, outgoing, response, common);
		logRequest({ id, incoming, route, status: response.status, ms: performance.now() - started });
	}

	async function keepAnswers(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const started = performance.now();
		const id = newId();
		const kept = isForeign(incoming)
			? plainAnswer(403, id, incoming)
			: await journalAnswer(incoming).catch((error) => faultAnswer(error, id, incoming));
		if (kept instanceof Response) await send(incoming, outgoing, kept, common);
		else await sendJson(incoming, outgoing, kept, common);
		logRequest({ id, incoming, route: null, status: kept.status, ms: performance.now() - started });
	}

	function isForeign({ method, headers }: IncomingMessage): boolean {
		const changes = method !== "GET" && method !== "HEAD";
		return changes && !isOwnOrigin(headers as Record<string, string>, acceptedOrigins(env));
	}

	async function answer(incoming: IncomingMessage, id: string): Promise<Response> {
		const origins = acceptedOrigins(env);
		if (isForeign(incoming)) return plainAnswer(403, id, incoming);
		const address = forwardedAddress(
			incoming.socket.remoteAddress ?? "",
			incoming.headers["x-forwarded-for"]?.toString(),
			env.trustedProxies,
		);
		let isTooLarge = false;
		const onTooLarge = () => {
			isTooLarge = true;
		};
		try {
			const response = await handler(toRequest(incoming, { origins, id, address, onTooLarge }));
			// Whoever read the body took its end for a broken form.
			return isTooLarge ? plainAnswer(413, id, incoming) : response;
		} catch (error) {
			return faultAnswer(error, id, incoming);
		}
	}
}

/** A slow satellite link may take its time for a body, an idle attacker may not. */
const BODY_MS = 120_000;

function endLater(incoming: IncomingMessage): void {
	const timer = setTimeout(() => incoming.complete || incoming.destroy(), BODY_MS).unref();
	incoming.once("close", () => clearTimeout(timer));
}

/** Sixteen hexadecimal digits: enough to find one request in the log. */
const newId = () => randomUUID().replaceAll("-", "").slice(0, 16);

function faultAnswer(error: unknown, id: string, incoming: IncomingMessage): Response {
	if (error instanceof BodyTooLarge) return plainAnswer(413, id, incoming);
	const stack = error instanceof Error ? error.stack : String(error);
	process.stderr.write(`${JSON.stringify({ level: "error", id, stack })}\n`);
	return plainAnswer(isDiskFull(error) || isUnavailable(error) ? 503 : 500, id, incoming);
}
