import { formatDay, formatNumber } from "#app/i18n/format.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Row = {
	id: string;
	number: string;
	name: string;
	course: string;
	jp: number;
	/** ISO day. */
	day: string;
	state: "" | "revoked" | "replaced";
};

/** Certificates that can be marked. */
export function Listed({ rows, marked }: { rows: Row[]; marked: readonly string[] }) {
	const t = useMessages(certificateActMessages);
	const lang = useLang();
	return (
		<DataTable
			caption={t.caption}
			rows={rows}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "mark",
					label: t.mark,
					cell: ({ id, number }) => (
						<label className="choice">
							<input
								type="checkbox"
								name="pilih"
								value={id}
								defaultChecked={marked.includes(id)}
								aria-label={t.markOne(number)}
							/>
						</label>
					),
				},
				{
					key: "number",
					label: t.number,
					rowHeader: true,
					cell: ({ id, number, state }) => (
						<>
							<a href={`/sertifikat/${id}`}>{number}</a>{" "}
							{state ? (
								<Badge tone={state === "revoked" ? "bad" : "plain"}>{t[`state.${state}`]}</Badge>
							) : null}
						</>
					),
				},
				{ key: "name", label: t.holder, cell: ({ name }) => name },
				{ key: "course", label: t.course, cell: ({ course }) => course },
				{ key: "day", label: t.issued, cell: ({ day }) => formatDay(day, lang) },
				{ key: "jp", label: t.jp, numeric: true, cell: ({ jp }) => formatNumber(jp, lang) },
			]}
		/>
	);
}
