import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import type { RosterSource } from "#app/people/roster/rosterLine.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Props = { code: string; columns: { name: string; source: RosterSource | null }[] };

/** What the agency once said that columns mean; each can be asked about again. */
export function Remembered({ code, columns }: Props) {
	const t = useMessages(rosterScreenMessages);
	if (columns.length === 0) return null;
	return (
		<section>
			<h2>{t.remembered}</h2>
			<p>{t.rememberedLead}</p>
			<DataTable
				caption={t.remembered}
				rows={columns}
				rowKey={({ name }) => name}
				columns={[
					{ key: "name", label: t.column, rowHeader: true, cell: ({ name }) => name },
					{
						key: "source",
						label: t.meaning,
						cell: ({ source }) => (source ? t[`source.${source}`] : t.notRead),
					},
					{
						key: "forget",
						label: t.forget,
						cell: ({ name }) => (
							<form method="post" action={`/instansi/${code}/impor`}>
								<input type="hidden" name="intent" value="forget" />
								<input type="hidden" name="column" value={name} />
								<Button kind="link">
									{t.forget}
									<span className="visually-hidden">: {name}</span>
								</Button>
							</form>
						),
					},
				]}
			/>
		</section>
	);
}
