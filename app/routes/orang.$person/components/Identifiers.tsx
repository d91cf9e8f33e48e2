import { formatDate } from "#app/i18n/format.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { personPageMessages } from "#app/i18n/messages/personPage.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PersonPage } from "../personPage.server.ts";

/** Numbers and addresses over time, masked; whole only after that was asked for, which is recorded. */
export function Identifiers({ page, shown }: { page: PersonPage; shown: Record<string, string> | null }) {
	const t = useMessages(peopleMessages);
	const p = useMessages(personPageMessages);
	const { lang, timeZone } = useFrame();
	const { identifiers, mayReveal } = page;
	const day = (at: number) => formatDate(at, lang, timeZone);
	if (identifiers.length === 0) return null;
	return (
		<section>
			<h2>{p.identifiers}</h2>
			<DataTable
				caption={p.identifiers}
				rows={identifiers}
				rowKey={({ id }) => id}
				columns={[
					{ key: "kind", label: p.kind, rowHeader: true, cell: ({ kind }) => p[`kind.${kind}`] },
					{ key: "value", label: p.value, cell: ({ id, masked }) => shown?.[id] ?? masked },
					{
						key: "period",
						label: p.period,
						cell: ({ from, till }) => `${day(from)} – ${till === null ? p.current : day(till)}`,
					},
				]}
			/>
			{mayReveal && shown === null ? (
				<form method="post">
					<input type="hidden" name="intent" value="reveal" />
					<Button kind="link">{p.reveal}</Button> <span className="quiet">{t.numberNote}</span>
				</form>
			) : null}
		</section>
	);
}
