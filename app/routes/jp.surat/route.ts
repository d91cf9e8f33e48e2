import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/access/viewer.server.ts";
import { configuredSigner } from "#app/certification/signing/signers.server.ts";
import { dayIn } from "#app/i18n/format.ts";
import { ownJp } from "#app/records/jp/ownJp.server.ts";
import { statementInThread } from "#app/records/jp/statementInThread.server.ts";
import { yearAsked } from "#app/records/jp/year.ts";
import { pdfResponse } from "#app/ui/pdf/document.server.ts";

/** The viewer's own statement of a year. */
export async function loader({ request }: LoaderFunctionArgs) {
	const viewer = await requireViewer(request);
	const now = Date.now();
	const present = Number(dayIn(now, viewer.timeZone).slice(0, 4));
	const year = yearAsked(new URL(request.url).searchParams, present);
	const jp = await ownJp(viewer.personId, year, viewer.timeZone);
	const { name, lang, timeZone } = viewer;
	const agencyName = viewer.agency?.name ?? "Cakap";
	const signer = configuredSigner(process.env, now);
	// Whoever signs for an agency signs certificates; a statement is protected by this installation's key at most.
	const isSigned = signer.kind === "local";
	const holder = { name, agencyName, lang, timeZone, now, isSigned };
	const statement = await statementInThread({ jp, holder });
	return pdfResponse(`jp-${year}.pdf`, isSigned ? await signer.sign(statement) : statement);
}
