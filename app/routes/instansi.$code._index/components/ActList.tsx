import { formatDate } from "#app/i18n/format.ts";
import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ReorganisationKind, ReorganisationState } from "#db/schema/reorganisations.ts";

type Act = {
	id: string;
	kind: ReorganisationKind;
	day: string;
	state: ReorganisationState;
	legalBasis: string;
};

/** The acts on the agency and its units, the latest first. */
export function ActList({ code, acts }: { code: string; acts: readonly Act[] }) {
	const t = useMessages(agencyMessages);
	const lang = useLang();
	return (
		<section>
			<h2>{t.acts}</h2>
			{acts.length === 0 ? (
				<p>{t.noActs}</p>
			) : (
				<DataTable
					caption={t.acts}
					rows={acts}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "kind",
							label: t.act,
							rowHeader: true,
							cell: ({ id, kind }) => <a href={`/instansi/${code}/perubahan/${id}`}>{t[`kind.${kind}`]}</a>,
						},
						{ key: "day", label: t.holdsFrom, cell: ({ day }) => formatDate(Date.parse(day), lang, "UTC") },
						{ key: "state", label: t.state, cell: ({ state }) => t[`state.${state}`] },
						{ key: "basis", label: t.legalBasis, cell: ({ legalBasis }) => legalBasis },
					]}
				/>
			)}
		</section>
	);
}
