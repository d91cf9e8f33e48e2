import { type Note, noteWords } from "#app/assessment/exchange/notes.ts";
import { exportFormats } from "#app/assessment/exchange/writeItems.ts";
import type { Language } from "#app/i18n/language.ts";
import { type Draft, itemsOf, mediaOfDraft } from "#app/studio/drafts.server.ts";
import { exportReports } from "#app/studio/exchange/exportItems.server.ts";
import { findImport, pagesOf, rowsOfImport } from "#app/studio/exchange/imports.server.ts";
import { outcomes } from "#app/studio/exchange/settle.ts";

const words = (notes: readonly Note[], lang: Language) => notes.map((one) => noteWords(one, lang));

/** The import that the address names as its page shows it; null when it names none, or one that is gone. */
export async function previewOf(draft: Draft, url: URL, lang: Language) {
	const staged = await findImport(draft.id, url.searchParams.get("berkas") ?? "");
	if (!staged) return null;
	const { id, fileName, format, notes, counts, appliedAt } = staged;
	const outcome = outcomes.find((one) => one === url.searchParams.get("hasil")) ?? null;
	const total = outcome ? counts[outcome] : outcomes.reduce((sum, one) => sum + counts[one], 0);
	const pages = pagesOf(total);
	const page = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get("halaman"))) || 1));
	const rows = (await rowsOfImport(id, outcome, page)).map((row) => ({
		position: row.position,
		name: row.name,
		code: row.item?.code ?? "",
		outcome: row.outcome,
		file: row.file,
		line: row.line,
		remarks: words(row.notes, lang),
	}));
	return {
		id,
		fileName,
		format,
		notes: words(notes, lang),
		counts,
		isApplied: appliedAt !== null,
		outcome,
		page,
		pages,
		rows,
	};
}
export type Preview = NonNullable<Awaited<ReturnType<typeof previewOf>>>;

/** What is to be said of the bank's items when they leave in each format. */
export async function exportsOf(draftId: string, lang: Language) {
	const [items, media] = await Promise.all([itemsOf(draftId), mediaOfDraft(draftId)]);
	if (items.length === 0) return [];
	return Promise.all(
		exportFormats.map(async (format) => {
			const reports = await exportReports(items, media, format);
			const told = reports.filter(({ notes }) => notes.length > 0);
			return { format, remarks: told.map(({ code, notes }) => ({ code, remarks: words(notes, lang) })) };
		}),
	);
}
export type Export = Awaited<ReturnType<typeof exportsOf>>[number];
