import { formatMoment } from "#app/i18n/format.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { KeyChannel } from "#db/schema/accounts.ts";

type Invitation = { id: string; channel: KeyChannel; createdAt: number; expiresAt: number };

/** What still opens the person's account. */
export function Invitations({ invitations }: { invitations: Invitation[] }) {
	const t = useMessages(accountKeyMessages);
	const { lang, timeZone } = useFrame();
	const moment = (at: number) => formatMoment(at, lang, timeZone);
	const way = (channel: KeyChannel) => (channel === "self" ? t["channel.mail"] : t[`channel.${channel}`]);
	if (invitations.length === 0) return <p className="quiet">{t.none}</p>;
	return (
		<DataTable
			caption={t.open}
			rows={invitations}
			rowKey={({ id }) => id}
			columns={[
				{ key: "way", label: t.way, rowHeader: true, cell: ({ channel }) => way(channel) },
				{ key: "made", label: t.made, cell: ({ createdAt }) => moment(createdAt) },
				{ key: "until", label: t.until, cell: ({ expiresAt }) => moment(expiresAt) },
			]}
		/>
	);
}
