import { formatDate } from "#app/i18n/format.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Name = { id: string; name: string; legalBasis: string; validFrom: string; validTo: string | null };

/** What the agency was called, since when, and by which decree. */
export function NameHistory({ names }: { names: readonly Name[] }) {
	const t = useMessages(agencyMessages);
	const lang = useLang();
	const shown = (day: string | null) => (day ? formatDate(Date.parse(day), lang, "UTC") : "–");
	return (
		<section>
			<h2>{t.names}</h2>
			<DataTable
				caption={t.names}
				rows={names}
				rowKey={({ id }) => id}
				columns={[
					{ key: "name", label: t.name, rowHeader: true, cell: ({ name }) => name },
					{ key: "from", label: t.since, cell: ({ validFrom }) => shown(validFrom) },
					{ key: "to", label: t.till, cell: ({ validTo }) => shown(validTo) },
					{ key: "basis", label: t.legalBasis, cell: ({ legalBasis }) => legalBasis || "–" },
				]}
			/>
		</section>
	);
}
