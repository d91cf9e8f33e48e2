import { redirectWithToast } from "../http/responses.server.ts";
import { accountMessages } from "../i18n/messages/account.ts";
import { accountKeyMessages } from "../i18n/messages/accountKeys.ts";
import { requestLanguage } from "../ui/requestLanguage.server.ts";
import { deviceOf } from "./device.ts";
import { TooBusy } from "./passwords.server.ts";
import { cookiesFor } from "./signIn.server.ts";
import type { Opened } from "./usePasswordKey.server.ts";

/** What to say where no account was opened. */
export type NotOpened = {
	kind: "refused" | "weak" | "later";
	text: string;
	status: number;
	headers: HeadersInit;
};

/**
 * Tries to open an account with a key: signed in on the first page, or what to say in the language of the request.
 * @param refused what is said of a key that opens nothing
 */
export async function signInByKey(
	request: Request,
	refused: string,
	use: (now: number) => Promise<Opened>,
): Promise<Response | NotOpened> {
	const lang = requestLanguage(request);
	const t = accountKeyMessages[lang];
	const now = Date.now();
	try {
		const opened = await use(now);
		if (opened.kind === "refused") return { kind: "refused", text: refused, status: 400, headers: {} };
		if (opened.kind === "weak")
			return { kind: "weak", text: accountMessages[lang][opened.problem], status: 400, headers: {} };
		if (opened.kind === "throttled") {
			const seconds = opened.retryAfterSeconds;
			const text = t.throttled(String(Math.ceil(seconds / 60)));
			return { kind: "later", text, status: 429, headers: { "Retry-After": String(seconds) } };
		}
		const headers = new Headers();
		const device = deviceOf(request.headers.get("User-Agent"));
		for (const cookie of await cookiesFor(opened.personId, device, now)) headers.append("Set-Cookie", cookie);
		return redirectWithToast("/", { kind: "good", text: t.opened }, headers);
	} catch (error) {
		if (!(error instanceof TooBusy)) throw error;
		return { kind: "later", text: t.busy, status: 503, headers: { "Retry-After": "5" } };
	}
}
