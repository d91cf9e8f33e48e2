import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireWholeAgency } from "#app/access/managedAgency.server.ts";
import { designOf } from "#app/certification/design/designs.server.ts";
import { logoBytes } from "#app/certification/design/logoBytes.server.ts";
import { sampleDocument } from "#app/certification/design/sample.ts";
import { Printers } from "#app/certification/document/printers.server.ts";
import { certificateNumber } from "#app/certification/number.ts";
import { schemeOf } from "#app/certification/schemes.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { busy } from "#app/http/responses.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { pdfResponse } from "#app/ui/pdf/document.server.ts";
import { reading } from "#db/transaction.server.ts";

/** What a certificate of the agency looks like now: a sample that says so, without a signature and without a code. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, agency } = await requireWholeAgency(request, params.code);
	const [scheme, design] = await Promise.all([
		reading((tx) => schemeOf(tx, agency.id)),
		reading((tx) => designOf(tx, agency.id)),
	]);
	const today = dayIn(Date.now(), viewer.timeZone);
	const [year = 0, month = 1] = today.split("-").map(Number);
	const number = certificateNumber(
		{ sequence: 1, course: "CONTOH", issuer: agency.code, month, year },
		scheme,
	);
	const logo = design.logo ? await logoBytes({ logo: design.logo }) : null;
	const facts = { agencyName: agency.name, design, number, today, logo, lang: viewer.lang };
	const printers = new Printers(1);
	const printed = await printers.print(sampleDocument({ ...facts, origin: siteOrigin() }), null);
	await printers.close();
	if (!("bytes" in printed)) throw busy(10);
	return pdfResponse("contoh-sertifikat.pdf", Buffer.from(printed.bytes));
}
