import { cookieValue } from "../http/cookies.ts";
import { asLanguage, type Language } from "../i18n/language.ts";

export const LANGUAGE_COOKIE = "lang";

/** The language that this browser chose, or Bahasa Indonesia. A signed-in person's own choice goes before it. */
export function requestLanguage(request: Request): Language {
	return asLanguage(cookieValue(request, LANGUAGE_COOKIE));
}
