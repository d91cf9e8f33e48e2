import { formatTime } from "#app/i18n/format.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { LivePage } from "../page.server.ts";

type Row = LivePage["rows"][number];

/** The participants of a page; each can be chosen for an act. */
export function Seats({ page, chosen = [] }: { page: LivePage; chosen?: readonly string[] }) {
	const t = useMessages(examSessionMessages);
	const { lang } = useFrame();
	return (
		<DataTable
			caption={t.live}
			rows={page.rows}
			rowKey={({ personId }) => personId}
			columns={[
				{
					key: "person",
					label: t.person,
					rowHeader: true,
					cell: ({ personId, name }) => (
						<label className="choice">
							<input
								type="checkbox"
								form="act"
								name="people"
								value={personId}
								defaultChecked={chosen.includes(personId)}
							/>
							<span>{name}</span>
						</label>
					),
				},
				{ key: "room", label: t.room, cell: ({ room }) => room },
				{ key: "state", label: t.state, cell: (row) => <State row={row} /> },
				{
					key: "until",
					label: t.until,
					cell: ({ deadlineAt }) =>
						deadlineAt === null ? "–" : formatTime(deadlineAt, lang, page.session.timeZone),
				},
			]}
		/>
	);
}

function State({ row: { state, answered, waiting, extraMinutes } }: { row: Row }) {
	const t = useMessages(examSessionMessages);
	const facts = [
		t[`state.${state}`],
		...(state === "not-begun" || state === "void" ? [] : [t.answered(String(answered))]),
		...(waiting > 0 && state !== "submitted" ? [t.waiting(String(waiting))] : []),
		...(state === "not-begun" && extraMinutes > 0 ? [t.extra(String(extraMinutes))] : []),
	];
	return <>{facts.join("; ")}</>;
}
