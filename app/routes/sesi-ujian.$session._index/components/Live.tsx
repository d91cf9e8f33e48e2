import { seatStates, sumOf } from "#app/assessment/seatState.ts";
import { formatNumber, formatTime } from "#app/i18n/format.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { Island } from "#app/ui/Island.tsx";
import { Button, EmptyState } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { seatListAddress } from "../listState.ts";
import island from "../live.island.ts?worker&url";
import type { LivePage } from "../page.server.ts";
import { Seats } from "./Seats.tsx";

/** Counts and list; the island fetches this part anew while the page is looked at. */
export function Live({ page, chosen }: { page: LivePage; chosen?: readonly string[] }) {
	const t = useMessages(examSessionMessages);
	const { lang } = useFrame();
	const { session, rows, next, first, now } = page;
	return (
		<section>
			<h2>{t.live}</h2>
			<Filters page={page} />
			<div id="live" data-every={session.phase === "open" ? "10" : "60"}>
				<p className="quiet">
					{t.refreshed(formatTime(now, lang, session.timeZone))} ·{" "}
					<a href={seatListAddress(session.id, page.state)}>{t.reload}</a>
				</p>
				<Counts page={page} />
				{rows.length === 0 ? <EmptyState>{t.nobody}</EmptyState> : <Seats page={page} chosen={chosen} />}
				<nav className="pager" aria-label={t.live}>
					{first ? <a href={first}>{t.first}</a> : null}
					{next ? (
						<a rel="next" href={next}>
							{t.next}
						</a>
					) : null}
				</nav>
			</div>
			<Island src={island} />
		</section>
	);
}

function Filters({ page: { rooms, state } }: { page: LivePage }) {
	const t = useMessages(examSessionMessages);
	const roomChoices = rooms.map(({ id, name }) => ({ value: id, label: name }));
	const stateChoices = seatStates.map((value) => ({ value, label: t[`state.${value}`] }));
	return (
		<search>
			<form method="get" className="filters">
				<Field label={t.search} name="cari" type="search" defaultValue={state.cari} />
				<Select
					label={t.room}
					name="ruang"
					choices={[{ value: "", label: t.anyRoom }, ...roomChoices]}
					defaultValue={state.ruang}
				/>
				<Select
					label={t.state}
					name="keadaan"
					choices={[{ value: "", label: t.anyState }, ...stateChoices]}
					defaultValue={state.keadaan}
				/>
				<Button kind="plain">{t.show}</Button>
			</form>
		</search>
	);
}

function Counts({ page: { session, rooms, counts } }: { page: LivePage }) {
	const t = useMessages(examSessionMessages);
	const { lang } = useFrame();
	const lines = [
		...rooms.map((room) => ({ ...room, to: seatListAddress(session.id, { ruang: room.id }) })),
		{ id: "", name: t.total, supervisor: null, counts, to: null },
	];
	return (
		<DataTable
			caption={t.byRoom}
			rows={lines}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "room",
					label: t.room,
					rowHeader: true,
					cell: ({ name, to }) => (to ? <a href={to}>{name}</a> : name),
				},
				{ key: "supervisor", label: t.supervisor, cell: ({ supervisor }) => supervisor ?? "–" },
				...seatStates.map((state) => ({
					key: state,
					label: t[`state.${state}`],
					numeric: true,
					cell: ({ counts: own }: (typeof lines)[number]) => formatNumber(own?.[state] ?? 0, lang),
				})),
				{
					key: "total",
					label: t.total,
					numeric: true,
					cell: ({ counts: own }) => formatNumber(own ? sumOf(own) : 0, lang),
				},
			]}
		/>
	);
}
