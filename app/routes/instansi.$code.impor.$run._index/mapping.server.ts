import type { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { rosterSources } from "#app/people/roster/columns.ts";
import type { ColumnMapping, RosterSource } from "#app/people/roster/rosterLine.ts";
import type { RunView } from "#app/people/roster/runView.server.ts";

/** What columns of a file still can mean: what no recognised column says. */
export function openSources({ columns, facts }: RunView): RosterSource[] {
	const taken = columns.filter(({ name }) => !facts?.asked.includes(name)).map(({ source }) => source);
	return rosterSources.filter((source) => !taken.includes(source));
}

type Words = (typeof rosterScreenMessages)["id"];
type Read = { mapping: ColumnMapping; errors: Record<string, string>; typed: Record<string, string> };

/** What somebody said that the unknown columns mean; a meaning belongs to one column. */
export function readMapping(form: FormData, view: RunView, t: Words): Read {
	const open = openSources(view);
	const asked = view.facts?.asked ?? [];
	const typed = Object.fromEntries(
		asked.map((_, at) => [`column${at}`, String(form.get(`column${at}`) ?? "")]),
	);
	const sources = asked.map((_, at) => open.find((one) => one === typed[`column${at}`]) ?? null);
	const errors: Record<string, string> = {};
	for (const [at, source] of sources.entries())
		if (source && sources.indexOf(source) !== at) errors[`column${at}`] = t.mappingTwice;
	const missing = (view.facts?.missing ?? []).filter((one) => !sources.includes(one));
	if (missing.length > 0)
		errors.column0 ??= t.mappingMissing(missing.map((one) => t[`source.${one}`]).join(", "));
	return { mapping: Object.fromEntries(asked.map((name, at) => [name, sources[at] ?? null])), errors, typed };
}
