import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { isDiskFull, isUnavailable } from "#db/errors.server.ts";
import { requestId } from "./http/address.server.ts";
import { note, noted } from "./http/memo.server.ts";
import { type Fault, FrameProvider, strangersFrame } from "./ui/context.tsx";
import { requestLanguage } from "./ui/requestLanguage.server.ts";

const statuses: Record<Fault, number> = { full: 503, unavailable: 503, unknown: 500 };

/** Renders the page as one string: small pages gain nothing from streaming, and errors keep their status. */
export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	context: EntryContext,
) {
	const fault = noted<Fault>("fault");
	const url = new URL(request.url);
	const here = url.pathname + url.search;
	const frame = {
		...strangersFrame,
		here,
		lang: requestLanguage(request),
		requestId: requestId(request),
		fault,
	};
	const page = renderToString(
		<FrameProvider frame={frame}>
			<RemixServer context={context} url={request.url} />
		</FrameProvider>,
	);
	headers.set("Content-Type", "text/html; charset=utf-8");
	headers.set("x-cakap-route", context.staticHandlerContext.matches.at(-1)?.route.id ?? "none");
	if (fault === "full" || fault === "unavailable") headers.set("Retry-After", "120");
	return new Response(`<!DOCTYPE html>${page}`, {
		status: fault && status >= 500 ? statuses[fault] : status,
		headers,
	});
}

/** Logs what a loader or action threw, with the reference number that the error page shows. */
export function handleError(error: unknown, { request }: { request: Request }): void {
	// A form sent to a page that takes none, say: the line of the request has its status, and nothing is broken.
	if (isRouteErrorResponse(error) && error.status < 500) return;
	note("fault", isDiskFull(error) ? "full" : isUnavailable(error) ? "unavailable" : "unknown");
	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`${JSON.stringify({ level: "error", id: requestId(request), stack })}\n`);
}
