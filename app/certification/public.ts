import type { CertificatePrint } from "#db/schema/certification.ts";
import { dayIn } from "../i18n/format.ts";
import { maskIdentifier } from "../people/nip.ts";
import { type CertificateState, certificateState } from "./validity.ts";

/** What anyone who has the code may know: no birth date, no whole NIP, no score. Days are ISO days. */
export type PublicCertificate = {
	status: CertificateState;
	number: string;
	name: string;
	identifierKind: CertificatePrint["identifierKind"];
	maskedIdentifier: string;
	courseTitle: string;
	issuerName: string;
	jp: number;
	startedOn: string;
	finishedOn: string;
	issuedOn: string;
	/** "": it does not run out. */
	validUntil: string;
	revokedOn: string;
	revokedReason: string;
	/** The number of the one that was issued in its stead; "" for none. */
	replacedBy: string;
};

type Stored = {
	number: string;
	print: CertificatePrint;
	jp: number;
	validUntil: string | null;
	revokedAt: number | null;
	revokedReason: string | null;
	replacedById: string | null;
	replacedByNumber: string | null;
};

/** @param now UTC milliseconds; which day that is goes by Jakarta's clock, as for every day that strangers are told */
export function publicCertificate(
	{ number, print, jp, ...standing }: Stored,
	now: number,
): PublicCertificate {
	const { validUntil, revokedAt, revokedReason, replacedByNumber } = standing;
	return {
		status: certificateState(standing, dayIn(now, "Asia/Jakarta")),
		number,
		name: print.name,
		identifierKind: print.identifierKind,
		maskedIdentifier: print.identifier && maskIdentifier(print.identifier),
		courseTitle: print.courseTitle,
		issuerName: print.issuerName,
		jp,
		startedOn: print.startedOn,
		finishedOn: print.finishedOn,
		issuedOn: print.issuedOn,
		validUntil: validUntil ?? "",
		revokedOn: revokedAt === null ? "" : dayIn(revokedAt, "Asia/Jakarta"),
		revokedReason: revokedReason ?? "",
		replacedBy: replacedByNumber ?? "",
	};
}
