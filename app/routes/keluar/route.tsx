import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { closeSession } from "#app/access/sessions.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";

/** Signing out is an act, so nothing but a POST does it; who comes by address is led home. */
export const loader = () => redirect("/");

export async function action({ request }: ActionFunctionArgs) {
	const cookie = await closeSession(request);
	const text = accessMessages[requestLanguage(request)].signedOut;
	return redirectWithToast("/", { kind: "good", text }, { "Set-Cookie": cookie });
}
