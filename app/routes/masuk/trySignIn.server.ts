import { deviceOf } from "#app/access/device.ts";
import { TooBusy } from "#app/access/passwords.server.ts";
import { signIn } from "#app/access/signIn.server.ts";
import { clientAddress } from "#app/http/address.server.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";

type Typed = { identifier: string; password: string };
type Refusal = { kind: "refused"; error: string; status: number; headers: HeadersInit };

/** Signs in with what was typed: the cookies as headers, or what to say, in the language of the request. */
export async function trySignIn(
	request: Request,
	{ identifier, password }: Typed,
): Promise<{ kind: "signed-in"; headers: Headers } | Refusal> {
	const t = accessMessages[requestLanguage(request)];
	const address = clientAddress(request);
	const device = deviceOf(request.headers.get("User-Agent"));
	const refuse = (error: string, rest: Partial<Refusal> = {}): Refusal => ({
		kind: "refused",
		error,
		status: 400,
		headers: {},
		...rest,
	});
	try {
		const now = Date.now();
		const outcome = await signIn({ request, identifier, password, address, device, now });
		switch (outcome.kind) {
			case "refused":
				return refuse(t.refused);
			case "throttled": {
				const seconds = outcome.retryAfterSeconds;
				const headers = { "Retry-After": String(seconds) };
				return refuse(t.throttled(String(Math.ceil(seconds / 60))), { status: 429, headers });
			}
			case "signed-in": {
				const headers = new Headers();
				for (const cookie of outcome.cookies) headers.append("Set-Cookie", cookie);
				return { kind: "signed-in", headers };
			}
		}
	} catch (error) {
		if (!(error instanceof TooBusy)) throw error;
		return refuse(t.busy, { status: 503, headers: { "Retry-After": "5" } });
	}
}
