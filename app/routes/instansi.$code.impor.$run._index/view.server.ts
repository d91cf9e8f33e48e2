import { findAgencyById } from "#app/agencies/findAgency.server.ts";
import type { Language } from "#app/i18n/language.ts";
import { rosterImportMessages } from "#app/i18n/messages/rosterImport.ts";
import { refusedRows } from "#app/people/roster/refusedRows.server.ts";
import {
	type RunView,
	rosterProgress,
	rowsOfOutcome,
	type ShownRow,
} from "#app/people/roster/runView.server.ts";
import { touchedRows } from "#app/people/roster/touchedRows.server.ts";
import { rosterOutcomes } from "#db/schema/rosterImports.ts";
import { openSources } from "./mapping.server.ts";

const PAGE = 50;
const MOST_LISTED = 100;
/** What can be looked at row by row; who is the same is counted only. */
export const shownOutcomes = rosterOutcomes.filter((one) => one !== "same");
export type ShownOutcome = (typeof shownOutcomes)[number];

/** What the page says of a run. */
export async function pageOf(view: RunView, url: URL, lang: Language) {
	const { id, fileName, state, counts, members, problem, publishedAt, finishedAt, createdAt, actorName } =
		view;
	const foreign = view.foreignAgencyId ? await findAgencyById(view.foreignAgencyId) : null;
	const progress = await rosterProgress(view);
	const isRead = !["reading", "mapping", "refused"].includes(state);
	const run = {
		id,
		fileName,
		state,
		counts,
		members,
		problem,
		publishedAt,
		finishedAt,
		createdAt,
		actorName,
	};
	return {
		run: { ...run, foreign: foreign?.name ?? null },
		columns: view.columns,
		facts: view.facts,
		progress,
		sources: state === "mapping" ? openSources(view) : [],
		list: isRead ? await listOf(view, url, lang) : null,
		left: await leftRows(view, lang),
		touched: state === "applied" ? await touchedOf(view, lang) : [],
	};
}
export type RunPage = Awaited<ReturnType<typeof pageOf>>;

/** Which rows the address asks for; without a word, doubtful ones first and otherwise the first kind that has any. */
async function listOf(view: RunView, url: URL, lang: Language) {
	const asked = shownOutcomes.find((one) => one === url.searchParams.get("hasil"));
	const some = (["doubtful", "refused", ...shownOutcomes] as const).find(
		(one) => (view.counts[one] ?? 0) > 0,
	);
	const outcome: ShownOutcome = asked ?? some ?? "new";
	const after = Math.max(0, Math.trunc(Number(url.searchParams.get("setelah"))) || 0);
	const found: ShownRow[] = await rowsOfOutcome(view, { outcome, after, most: PAGE + 1, lang });
	const rows = found.slice(0, PAGE);
	const next = found.length > PAGE ? (rows.at(-1)?.position ?? null) : null;
	return { outcome, rows, next, isFirst: after === 0 };
}
export type RowList = Awaited<ReturnType<typeof listOf>>;

async function leftRows({ id, agencyId, state }: RunView, lang: Language) {
	if (state !== "applied" && state !== "settling") return [];
	const rows: { row: number; reason: string }[] = [];
	for await (const { row, faults } of refusedRows(id, agencyId, lang, "left")) {
		rows.push({ row, reason: faults.map(({ reason }) => reason).join(" ") });
		if (rows.length === MOST_LISTED) break;
	}
	return rows;
}

async function touchedOf({ id, agencyId }: RunView, lang: Language) {
	const t = rosterImportMessages[lang];
	const rows = await touchedRows(id, agencyId);
	return rows
		.slice(0, MOST_LISTED)
		.map(({ row, name, touched }) => ({ row, name, reason: t[`touched.${touched}`] }));
}
