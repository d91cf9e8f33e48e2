import type { LoaderFunctionArgs } from "@remix-run/node";
import { statisticsSheet } from "#app/assessment/statisticsSheet.ts";
import { csvResponse } from "#app/http/csv.ts";
import { notFound } from "#app/http/responses.server.ts";
import { requireVersion } from "../statistik-soal.$slug._index/version.server.ts";

/** Every figure of one version's exam. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, version, stored } = await requireVersion(request, params.slug ?? "");
	if (!stored) throw notFound();
	const name = `statistik-soal-${version.slug}-${version.number}.csv`;
	return csvResponse(name, statisticsSheet(stored.figures, viewer.lang));
}
