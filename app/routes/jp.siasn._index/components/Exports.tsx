import { formatMoment, formatNumber } from "#app/i18n/format.ts";
import { siasnMessages } from "#app/i18n/messages/siasn.ts";
import type { SendingCounts } from "#app/records/siasn/view.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Row = {
	id: string;
	state: "running" | "done";
	added: number;
	removed: number;
	waiting: number;
	actorName: string;
	createdAt: number;
	sending: SendingCounts | null;
};
const formats = ["csv", "xlsx", "json"] as const;

/** The exports with their files; where sending is on, what came of it. */
export function Exports({ rows, maySend }: { rows: Row[]; maySend: boolean }) {
	const t = useMessages(siasnMessages);
	const { lang, timeZone } = useFrame();
	const figure = (key: "added" | "removed" | "waiting") => ({
		key,
		label: t[key],
		numeric: true,
		cell: (row: Row) => formatNumber(row[key], lang),
	});
	return (
		<DataTable
			caption={t.listTitle}
			rows={rows}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "at",
					label: t.when,
					rowHeader: true,
					cell: ({ createdAt }) => formatMoment(createdAt, lang, timeZone),
				},
				{ key: "who", label: t.who, cell: ({ actorName }) => actorName },
				figure("added"),
				figure("removed"),
				figure("waiting"),
				{ key: "files", label: t.files, cell: (row) => <Files row={row} /> },
				...(maySend ? [{ key: "send", label: t.push, cell: (row: Row) => <Sending row={row} /> }] : []),
			]}
		/>
	);
}

function Files({ row: { id, state, added, removed } }: { row: Row }) {
	const t = useMessages(siasnMessages);
	if (state === "running") return t.running;
	const link = (kind: "added" | "removed", format: (typeof formats)[number]) => (
		<div key={`${kind}-${format}`}>
			<a href={`/jp/siasn/${id}?format=${format}&jenis=${kind}`}>{t[`${kind}File`](format.toUpperCase())}</a>
		</div>
	);
	return (
		<>
			{added > 0 ? formats.map((format) => link("added", format)) : null}
			{removed > 0 ? formats.map((format) => link("removed", format)) : null}
		</>
	);
}

function Sending({ row: { id, state, sending } }: { row: Row }) {
	const t = useMessages(siasnMessages);
	const { lang } = useFrame();
	if (state === "running") return null;
	const n = (value: number) => formatNumber(value, lang);
	const said = sending
		? [
				t.sent(n(sending.sent)),
				...(sending.unsure > 0 ? [t.unsure(n(sending.unsure))] : []),
				...sending.faults.map((one) => t.refused(n(one.n), one.fault)),
			]
		: [];
	return (
		<>
			{said.join("; ")}
			{sending === null || sending.faults.length > 0 ? (
				<form method="post">
					<input type="hidden" name="ekspor" value={id} />
					<Button kind="link" name="maksud" value="push">
						{sending ? t.pushAgain : t.push}
					</Button>
				</form>
			) : null}
		</>
	);
}
