import type { InviteeCounts } from "#app/access/invitees.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** How many would be invited in which way, and how many have been. */
export function Counts({ counts }: { counts: InviteeCounts }) {
	const t = useMessages(accountKeyMessages);
	const lang = useLang();
	const rows = [
		{ way: t.byMail, fresh: counts.mail, invited: counts.mailInvited },
		{ way: t.byLetter, fresh: counts.letter, invited: counts.letterInvited },
	];
	return (
		<DataTable
			caption={t.without}
			rows={rows}
			rowKey={({ way }) => way}
			columns={[
				{ key: "way", label: t.way, rowHeader: true, cell: ({ way }) => way },
				{ key: "fresh", label: t.toInvite, numeric: true, cell: ({ fresh }) => formatNumber(fresh, lang) },
				{
					key: "invited",
					label: t.invited,
					numeric: true,
					cell: ({ invited }) => formatNumber(invited, lang),
				},
			]}
		/>
	);
}
