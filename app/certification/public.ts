import type { CertificatePrint } from "#db/schema/certification.ts";
import { dayIn } from "../i18n/format.ts";
import { maskIdentifier } from "../people/nip.ts";

/** What anyone who has the code may know: no birth date, no whole NIP, no score. Days are ISO days. */
export type PublicCertificate = {
	status: "valid" | "revoked";
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
	revokedOn: string;
	revokedReason: string;
};

type Stored = {
	number: string;
	print: CertificatePrint;
	jp: number;
	revokedAt: number | null;
	revokedReason: string | null;
};

export function publicCertificate({
	number,
	print,
	jp,
	revokedAt,
	revokedReason,
}: Stored): PublicCertificate {
	return {
		status: revokedAt === null ? "valid" : "revoked",
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
		revokedOn: revokedAt === null ? "" : dayIn(revokedAt, "Asia/Jakarta"),
		revokedReason: revokedReason ?? "",
	};
}
