import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Badge, EmptyState } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { RosterOutcome, RosterState } from "#db/schema/rosterImports.ts";

type Run = {
	id: string;
	fileName: string;
	state: RosterState;
	counts: Partial<Record<RosterOutcome, number>>;
	actorName: string;
	createdAt: number;
};

/** The agency's imports, the latest first. */
export function Runs({ code, runs }: { code: string; runs: Run[] }) {
	const t = useMessages(rosterScreenMessages);
	const { lang, timeZone } = useFrame();
	const figures = ({ counts }: Run) =>
		(["new", "changed", "moved-in"] as const)
			.map((name) => formatNumber(counts[name] ?? 0, lang))
			.join(" · ");
	if (runs.length === 0) return <EmptyState>{t.noRuns}</EmptyState>;
	return (
		<DataTable
			caption={t.runs}
			rows={runs}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "file",
					label: t.fileName,
					rowHeader: true,
					cell: ({ id, fileName }) => <a href={`/instansi/${code}/impor/${id}`}>{fileName}</a>,
				},
				{ key: "when", label: t.when, cell: ({ createdAt }) => formatMoment(createdAt, lang, timeZone) },
				{ key: "state", label: t.stateLabel, cell: ({ state }) => <StateBadge state={state} /> },
				{ key: "figures", label: t.changesOf, numeric: true, cell: figures },
				{ key: "by", label: t.by, cell: ({ actorName }) => actorName },
			]}
		/>
	);
}

const tones: Partial<Record<RosterState, "good" | "bad" | "warm">> = {
	applied: "good",
	refused: "bad",
	ready: "warm",
	mapping: "warm",
};

export function StateBadge({ state }: { state: RosterState }) {
	const t = useMessages(rosterScreenMessages);
	return <Badge tone={tones[state] ?? "plain"}>{t[`state.${state}`]}</Badge>;
}
