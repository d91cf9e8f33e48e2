import type { RoomOutcome } from "#app/certification/roomActRules.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { LivePage } from "../page.server.ts";

/** What became of an act: for how many, and for whom it could not be done. */
export function ActResult({ act }: { act: NonNullable<LivePage["act"]> }) {
	const t = useMessages(examSessionMessages);
	const said = (outcome: string) => t[`outcome.${outcome as RoomOutcome}`];
	return (
		<section>
			<h2>
				{t.actDone}: {t[`act.${act.kind}`]}
			</h2>
			<p>
				{t.reason}: {act.reason}
			</p>
			{act.finishedAt === null ? <p className="notice">{t.unfinished}</p> : null}
			<DataTable
				caption={t.outcomes}
				rows={act.counts}
				rowKey={({ outcome }) => outcome}
				columns={[
					{ key: "outcome", label: t.outcomes, rowHeader: true, cell: ({ outcome }) => said(outcome) },
					{ key: "n", label: t.people, numeric: true, cell: ({ n }) => n },
				]}
			/>
			{act.undone.length > 0 ? (
				<>
					<h3>{t.notDone}</h3>
					<ul>
						{act.undone.map(({ personId, name, outcome }) => (
							<li key={personId}>
								{name}: {said(outcome)}
							</li>
						))}
					</ul>
				</>
			) : null}
		</section>
	);
}
