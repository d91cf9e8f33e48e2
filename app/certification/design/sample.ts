import type { Language } from "../../i18n/language.ts";
import { certificationMessages } from "../../i18n/messages/certification.ts";
import { designMessages } from "../../i18n/messages/designs.ts";
import type { Document } from "../pdf/frontLeaf.ts";
import type { Design } from "./designs.server.ts";

type Facts = {
	agencyName: string;
	design: Design;
	number: string;
	/** ISO day. */
	today: string;
	logo: Uint8Array | null;
	lang: Language;
	origin: string;
};

/** A document that says of itself that it is a sample, everywhere where a certificate says what counts. */
export function sampleDocument({ agencyName, design, number, today, logo, lang, origin }: Facts): Document {
	const t = designMessages[lang];
	const { unitName, signatory } = design;
	const days = { startedOn: today, finishedOn: today, issuedOn: today };
	return {
		...{ number, validUntil: null, lang, replaces: "", logo, code: "CONTOH" },
		address: `${origin}/periksa`,
		signedBy: certificationMessages[lang].notSigned,
		print: {
			...{ name: t.sampleName, identifierKind: "", identifier: "", employment: "", grade: "", position: "" },
			...{ agencyName, courseTitle: t.sampleCourse, courseCode: "CONTOH", form: 16, issuerName: agencyName },
			...(unitName ? { unitName } : {}),
			...{ issuerPlace: "", ...days, jp: 1, score: 100 },
			signatory: signatory.name ? signatory : { name: "–", position: "–" },
			subjects: [{ subject: t.sampleCourse, jp: 1 }],
			competences: [],
		},
	};
}
