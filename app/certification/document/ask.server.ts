import type { Body, Tx } from "#db/transaction.server.ts";
import type { Language } from "../../i18n/language.ts";
import { enqueue } from "../../jobs/queue.server.ts";

/** The job that makes a certificate's document. */
export const DOCUMENT_JOB = "certification.document";

/** Has the document of a certificate made in that language; asked again while it waits, it is one job. */
export function* askForDocument(tx: Tx, certificateId: string, lang: Language, now: number): Body<void> {
	const uniqueKey = `document:${certificateId}:${lang}`;
	yield* enqueue(tx, { name: DOCUMENT_JOB, payload: { certificateId, lang }, runAt: now, uniqueKey });
}
