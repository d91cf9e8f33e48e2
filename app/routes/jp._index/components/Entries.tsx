import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import type { OwnJp } from "#app/records/jp/ownJp.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Item = OwnJp["items"][number];

/** What hours were given for, how many count, and why the others do not. */
export function Entries({ items }: { items: OwnJp["items"] }) {
	const t = useMessages(jpMessages);
	const lang = useLang();
	const title = ({ of }: Item) =>
		of?.certificateId ? <a href={`/sertifikat/${of.certificateId}`}>{of.title}</a> : (of?.title ?? t.unknown);
	return (
		<DataTable
			caption={t.entries}
			rows={items}
			rowKey={({ about }) => about}
			columns={[
				{
					key: "learning",
					label: t.learning,
					rowHeader: true,
					cell: (item) => (
						<>
							{title(item)} {item.isElsewhere ? <Badge>{t.isElsewhere}</Badge> : null}
						</>
					),
				},
				{ key: "day", label: t.day, cell: ({ day }) => formatDay(day, lang) },
				{ key: "jp", label: t.jp, numeric: true, cell: ({ jp }) => formatNumber(jp, lang) },
				{ key: "counts", label: t.counts, numeric: true, cell: ({ counted }) => formatNumber(counted, lang) },
				{ key: "why", label: t.why, cell: ({ why }) => (why ? t[`why.${why}`] : "") },
			]}
		/>
	);
}
