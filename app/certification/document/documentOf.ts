import type { Language } from "../../i18n/language.ts";
import { certificationMessages } from "../../i18n/messages/certification.ts";
import type { Document } from "../pdf/frontLeaf.ts";

export type DocumentOrder = {
	certificate: Pick<Document, "print" | "number" | "code" | "validUntil">;
	/** The number of the certificate that it replaces; "" for none. */
	replaces: string;
	/** The bytes of its issuer's logo. */
	logo: Uint8Array | null;
};
type How = { lang: Language; origin: string; signedBy: "none" | "local" | "bsre" };

/** What a certificate's document says; `origin`: where it can be checked. */
export function documentOf(
	{ certificate: { print, number, code, validUntil }, replaces, logo }: DocumentOrder,
	{ lang, origin, signedBy: kind }: How,
): Document {
	const t = certificationMessages[lang];
	const signedBy = { none: t.notSigned, local: t.signedLocally, bsre: t.signedByBsre }[kind];
	const address = `${origin}/periksa?code=${code}`;
	return { print, number, code, validUntil, address, lang, signedBy, replaces, logo };
}
