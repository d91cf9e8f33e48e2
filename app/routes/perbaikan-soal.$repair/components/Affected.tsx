import { formatNumber } from "#app/i18n/format.ts";
import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Effect } from "../view.server.ts";

/** How many results change, by how much, and what becomes of passes. */
export function EffectSummary({ effect: { met, counts, shifts } }: { effect: Effect }) {
	const t = useMessages(itemRepairMessages);
	const lang = useLang();
	const facts = [
		[t.met, met],
		[t.changed, counts.all],
		[t.gained, counts.gained],
		[t.lost, counts.lost],
		[t.protected, counts.protected],
	] as const;
	return (
		<section>
			<h2>{t.effect}</h2>
			<dl className="facts">
				{facts.flatMap(([label, n]) => [
					<dt key={label}>{label}</dt>,
					<dd key={`${label} n`}>{formatNumber(n, lang)}</dd>,
				])}
			</dl>
			{counts.all === 0 ? <p>{t.noEffect}</p> : <Shifts shifts={shifts} />}
		</section>
	);
}

/** The attempts whose result changes, a page at a time. */
export function Affected({ repairId, effect }: { repairId: string; effect: Effect }) {
	const t = useMessages(itemRepairMessages);
	const { rows, next, isFirst } = effect;
	if (rows.length === 0) return null;
	return (
		<section>
			<Attempts rows={rows} />
			<nav className="pager" aria-label={t.affected}>
				{isFirst ? null : <a href={`/perbaikan-soal/${repairId}`}>{t.first}</a>}
				{next ? (
					<a rel="next" href={`/perbaikan-soal/${repairId}?setelah=${next}`}>
						{t.next}
					</a>
				) : null}
			</nav>
		</section>
	);
}

const signed = (shift: number) => (shift > 0 ? `+${shift}` : shift < 0 ? `−${-shift}` : "0");

function Shifts({ shifts }: { shifts: Effect["shifts"] }) {
	const t = useMessages(itemRepairMessages);
	const lang = useLang();
	return (
		<DataTable
			caption={t.shifts}
			rows={shifts}
			rowKey={({ shift }) => String(shift)}
			columns={[
				{ key: "shift", label: t.shift, rowHeader: true, cell: ({ shift }) => signed(shift) },
				{ key: "n", label: t.attempts, numeric: true, cell: ({ n }) => formatNumber(n, lang) },
			]}
		/>
	);
}

function Attempts({ rows }: { rows: Effect["rows"] }) {
	const t = useMessages(itemRepairMessages);
	return (
		<>
			<p className="quiet">{t.affectedNote}</p>
			<DataTable
				caption={t.affected}
				rows={rows}
				rowKey={({ attemptId }) => attemptId}
				columns={[
					{
						key: "attempt",
						label: t.attempts,
						rowHeader: true,
						cell: ({ attemptId, number }) => t.attempt(attemptId.slice(-6), String(number)),
					},
					{ key: "before", label: t.before, numeric: true, cell: ({ scoreBefore }) => scoreBefore ?? "–" },
					{ key: "after", label: t.after, numeric: true, cell: ({ scoreAfter }) => scoreAfter ?? "–" },
					{
						key: "outcome",
						label: t.outcome,
						cell: ({ passedBefore, passedAfter, isProtected }) => {
							if (isProtected) return t.staysPassed;
							const [before, after] = [passedBefore, passedAfter].map((is) => (is ? t.passes : t.passesNot));
							return before === after ? after : `${before} → ${after}`;
						},
					},
				]}
			/>
		</>
	);
}
