import { certificationMessages } from "../../i18n/messages/certification.ts";
import { finishedPdf, newPdf } from "../../ui/pdf/document.server.ts";
import { placeForSignature } from "../signing/signaturePlace.ts";
import { writeBack } from "./backLeaf.ts";
import { type Document, writeFront } from "./frontLeaf.ts";

/**
 * A certificate as a tagged PDF of two leaves (more only when it has very many subjects), with an empty place for its
 * signature.
 * @param madeAt the time that the signature claims, UTC milliseconds
 */
export function certificatePdf(document: Document, madeAt: number): Promise<Buffer> {
	const { lang, number, print } = document;
	const title = `${certificationMessages[lang].title} ${number}: ${print.courseTitle}`;
	const pdf = newPdf({ title, lang, at: new Date(madeAt) });
	writeFront(pdf, document);
	placeForSignature(pdf, { name: print.issuerName, at: new Date(madeAt) });
	writeBack(pdf, document);
	return finishedPdf(pdf);
}
