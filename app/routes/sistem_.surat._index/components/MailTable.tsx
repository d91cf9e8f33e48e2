import { formatMoment } from "#app/i18n/format.ts";
import { mailMessages } from "#app/i18n/messages/mail.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { State } from "../listState.ts";

type Row = {
	id: string;
	subject: string;
	address: string;
	state: State;
	attempts: number;
	createdAt: number;
	lastError: string | null;
};

export function MailTable({ rows }: { rows: Row[] }) {
	const t = useMessages(mailMessages);
	const { lang, timeZone } = useFrame();
	return (
		<DataTable
			caption={t.title}
			rows={rows}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "subject",
					label: t.subject,
					rowHeader: true,
					cell: ({ id, subject }) => <a href={`/sistem/surat/${id}`}>{subject}</a>,
				},
				{ key: "to", label: t.to, cell: ({ address }) => address },
				{ key: "state", label: t.state, cell: ({ state }) => t[`state.${state}`] },
				{ key: "attempts", label: t.attempts, numeric: true, cell: ({ attempts }) => attempts },
				{
					key: "created",
					label: t.created,
					cell: ({ createdAt }) => formatMoment(createdAt, lang, timeZone),
				},
				{ key: "error", label: t.error, cell: ({ lastError }) => lastError ?? "–" },
			]}
		/>
	);
}
