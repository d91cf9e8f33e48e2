import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/access/viewer.server.ts";
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
	const holder = { name, agencyName, lang, timeZone, now };
	return pdfResponse(`jp-${year}.pdf`, await statementInThread({ jp, holder }));
}
