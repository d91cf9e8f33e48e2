import { formatMoment } from "#app/i18n/format.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Badge, Button } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Session = { id: string; device: string; createdAt: number; lastSeenAt: number; isThis: boolean };

export function Sessions({ sessions }: { sessions: Session[] }) {
	const t = useMessages(accountMessages);
	const { lang, timeZone } = useFrame();
	const moment = (at: number) => formatMoment(at, lang, timeZone);
	return (
		<>
			<h2>{t.sessions}</h2>
			<DataTable
				caption={t.sessions}
				rows={sessions}
				rowKey={({ id }) => id}
				columns={[
					{ key: "device", label: t.device, rowHeader: true, cell: ({ device }) => device },
					{ key: "since", label: t.since, cell: ({ createdAt }) => moment(createdAt) },
					{ key: "last", label: t.lastSeen, cell: ({ lastSeenAt }) => moment(lastSeenAt) },
					{ key: "end", label: t.action, cell: (session) => <End session={session} /> },
				]}
			/>
		</>
	);
}

function End({ session: { id, isThis } }: { session: Session }) {
	const t = useMessages(accountMessages);
	if (isThis) return <Badge>{t.thisOne}</Badge>;
	return (
		<form method="post">
			<input type="hidden" name="intent" value="session" />
			<Button kind="link" name="session" value={id}>
				{t.end}
			</Button>
		</form>
	);
}
