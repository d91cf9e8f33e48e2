import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { getViewer } from "#app/access/viewer.server.ts";
import { safePath } from "#app/http/responses.server.ts";
import { asLanguage } from "#app/i18n/language.ts";
import { setLanguage } from "#app/people/setLanguage.server.ts";
import { LANGUAGE_COOKIE } from "#app/ui/requestLanguage.server.ts";
import { transaction } from "#db/transaction.server.ts";

export const loader = () => redirect("/");

/** Sets the language of this browser, and of the person if somebody is signed in. */
export async function action({ request }: ActionFunctionArgs) {
	const form = await request.formData();
	const lang = asLanguage(form.get("lang")?.toString());
	const viewer = await getViewer(request);
	if (viewer) await transaction((tx) => setLanguage(tx, viewer.personId, lang));
	const cookie = `${LANGUAGE_COOKIE}=${lang}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`;
	return redirect(safePath(form.get("next")), { status: 303, headers: { "Set-Cookie": cookie } });
}
