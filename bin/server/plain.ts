import type { IncomingMessage } from "node:http";
import { cookieIn } from "../../app/http/cookies.ts";
import { asLanguage } from "../../app/i18n/language.ts";
import { uiMessages } from "../../app/i18n/messages/ui.ts";

/** An answer made without Remix and without the database, for what stops before either. */
export function plainAnswer(status: 403 | 413 | 500 | 503, id: string, incoming: IncomingMessage): Response {
	const lang = asLanguage(cookieIn(incoming.headers.cookie ?? "", "lang"));
	const t = uiMessages[lang];
	const html = `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t[`error${status}`]}</title></head><body><main><h1>${t[`error${status}`]}</h1><p>${t[`error${status}Text`]}</p>${id ? `<p>${t.reference(id)}</p>` : ""}<p><a href="/">${t.home}</a></p></main></body></html>`;
	const headers: Record<string, string> = {
		"Content-Type": "text/html; charset=utf-8",
		"Cache-Control": "no-store",
	};
	if (status === 503) headers["Retry-After"] = "5";
	// Whatever is still arriving of the body must not be read as the next request.
	if (status === 413 && !endsSoon(incoming)) headers.Connection = "close";
	return new Response(html, { status, headers });
}

/** What takes longer than a slow body may (`endLater`) is cut off all the same. */
const READ_TO_ITS_END = 256 * 1024 * 1024;

/**
 * Whether the rest of a body that is refused is read and thrown away: closed at once, the line is reset under a browser
 * that still sends, and the person never sees why.
 */
function endsSoon({ headers }: IncomingMessage): boolean {
	const length = Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
	return length <= READ_TO_ITS_END;
}
