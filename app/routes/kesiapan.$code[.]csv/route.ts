import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/http/csv.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { agencyReadiness } from "#app/readiness/agencyReadiness.server.ts";
import { agencySheet } from "#app/readiness/csv.ts";
import { readAgencyState } from "#app/readiness/listState.ts";
import { monthOf } from "#app/readiness/month.ts";
import { requireAgency } from "../kesiapan._index/guard.server.ts";

/** One agency by unit, course and month, as its page shows it to this viewer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, agency, inside, ownUnits } = await requireAgency(request, params.code ?? "");
	const { month, invalid } = readAgencyState(new URL(request.url).searchParams, monthOf(Date.now()));
	if (invalid.length > 0) throw badRequest();
	const readiness = await agencyReadiness(agency.id, month, inside, ownUnits);
	return csvResponse(`kesiapan-${agency.code}-${month}.csv`, agencySheet(readiness, month, viewer.lang));
}
