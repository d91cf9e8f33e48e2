import { formatDate } from "#app/i18n/format.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { personPageMessages } from "#app/i18n/messages/personPage.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PersonPage } from "../personPage.server.ts";

/** Where the person has worked, as what, from when till when. */
export function Posts({ page: { posts } }: { page: PersonPage }) {
	const t = useMessages(peopleMessages);
	const p = useMessages(personPageMessages);
	const { lang, timeZone } = useFrame();
	const day = (at: number) => formatDate(at, lang, timeZone);
	if (posts.length === 0) return null;
	return (
		<section>
			<h2>{p.posts}</h2>
			<DataTable
				caption={p.posts}
				rows={posts}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "agency",
						label: p.agency,
						rowHeader: true,
						cell: ({ agencyName, homeAgencyName }) =>
							homeAgencyName ? `${agencyName} (${homeAgencyName})` : agencyName,
					},
					{ key: "unit", label: t.unit, cell: ({ unitName }) => unitName ?? t.noUnit },
					{ key: "position", label: t.position, cell: ({ position }) => position },
					{
						key: "employment",
						label: t.employment,
						cell: ({ employment, legalStatus }) =>
							[t[`employment.${employment}`], legalStatus].filter(Boolean).join(", "),
					},
					{
						key: "period",
						label: p.period,
						cell: ({ from, till }) => `${day(from)} – ${till === null ? p.current : day(till)}`,
					},
				]}
			/>
		</section>
	);
}
