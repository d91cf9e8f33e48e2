import { formatNumber } from "#app/i18n/format.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

export type Change = {
	code: string;
	competence: string;
	answers: number;
	before: number;
	after: number;
	standardError: number;
};

/** Each item that would change, the largest change first. */
export function Changes({ changes }: { changes: Change[] }) {
	const t = useMessages(calibrationMessages);
	const lang = useLang();
	const logits = (value: number) => formatNumber(value, lang, 2);
	const by = ({ before, after }: Change) => after - before;
	const inWords = (change: Change) => (by(change) > 0 ? t.harder : t.easier)(logits(Math.abs(by(change))));
	const rows = [...changes].sort((a, b) => Math.abs(by(b)) - Math.abs(by(a)));
	return (
		<DataTable
			caption={t.changes(String(changes.length))}
			rows={rows}
			rowKey={({ code }) => code}
			columns={[
				{ key: "item", label: t.item, rowHeader: true, cell: ({ code }) => code },
				{ key: "competence", label: t.competence, cell: ({ competence }) => competence },
				{ key: "before", label: t.before, numeric: true, cell: ({ before }) => logits(before) },
				{ key: "after", label: t.after, numeric: true, cell: ({ after }) => logits(after) },
				{ key: "difference", label: t.difference, cell: inWords },
				{
					key: "error",
					label: t.error,
					numeric: true,
					cell: ({ standardError }) => logits(standardError),
				},
				{ key: "answers", label: t.answers, numeric: true, cell: ({ answers }) => answers },
			]}
		/>
	);
}
