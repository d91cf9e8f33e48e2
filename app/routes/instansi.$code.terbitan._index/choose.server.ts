import {
	type CertificateFilter,
	matchingIds,
	namedCertificates,
	ownCertificates,
} from "#app/certification/acts/select.server.ts";
import type { ManyForm } from "./form.ts";

/** More than that is done with the command: a page that is looked through first is of no use for them. */
export const MOST = 5000;

type Chosen =
	| { ids: string[] }
	| { problem: "noneMarked" | "noneGiven" | "noneMatching" | "tooMany" }
	| { problem: "unknown"; unknown: string[] };

/** The certificates that a form means, of one issuer. */
export async function chosen(form: ManyForm, filter: CertificateFilter): Promise<Chosen> {
	if (form.yang === "marked") {
		const ids = await ownCertificates(filter.issuerId, form.marked);
		return ids.length > 0 ? { ids } : { problem: "noneMarked" };
	}
	if (form.yang === "filter") {
		const ids = await matchingIds(filter, MOST + 1);
		if (ids.length > MOST) return { problem: "tooMany" };
		return ids.length > 0 ? { ids } : { problem: "noneMatching" };
	}
	if (form.numbers.length === 0) return { problem: "noneGiven" };
	if (form.numbers.length > MOST) return { problem: "tooMany" };
	const { ids, unknown } = await namedCertificates(filter.issuerId, form.numbers);
	return unknown.length > 0 ? { problem: "unknown", unknown } : { ids };
}
