import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/http/csv.ts";
import { badRequest } from "#app/http/responses.server.ts";
import { filterLines, sortLines } from "#app/readiness/agencyList.ts";
import { nationSheet } from "#app/readiness/csv.ts";
import { readListState } from "#app/readiness/listState.ts";
import { monthOf } from "#app/readiness/month.ts";
import { nationReadiness } from "#app/readiness/nation.server.ts";
import { requireNation } from "../kesiapan._index/guard.server.ts";

/** Every agency that the page's filter finds, in the page's order, as it is shown there. */
export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, scopes } = await requireNation(request);
	const { state, invalid } = readListState(new URL(request.url).searchParams, monthOf(Date.now()));
	if (invalid.length > 0) throw badRequest();
	const { lines, provinces } = await nationReadiness(state.month, scopes);
	const found = sortLines(filterLines(lines, state), state.sort);
	return csvResponse(`kesiapan-${state.month}.csv`, nationSheet(found, provinces, state.month, viewer.lang));
}
