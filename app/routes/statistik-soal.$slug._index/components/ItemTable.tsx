import type { ExamStatistics } from "#app/assessment/examStatistics.ts";
import { flagWords } from "#app/assessment/flagWords.ts";
import type { Flag } from "#app/assessment/itemFlags.ts";
import { itemStatisticsMessages } from "#app/i18n/messages/itemStatistics.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ShortFigure } from "./FigureText.tsx";

type Row = ExamStatistics["items"][number];

/** The items of an exam, those with flags first, the gravest of them at the top. */
export function ItemTable({ items, to }: { items: Row[]; to: (code: string) => string }) {
	const t = useMessages(itemStatisticsMessages);
	return (
		<DataTable
			caption={t.items}
			rows={[...items].sort((a, b) => graveness(b.flags) - graveness(a.flags))}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "item",
					label: t.item,
					rowHeader: true,
					cell: ({ code, counts }) => (
						<>
							<a href={to(code)}>{code}</a> {counts ? null : <Badge>{t.neutralised}</Badge>}
						</>
					),
				},
				{ key: "flags", label: t.flags, cell: ({ flags }) => <FlagList flags={flags} /> },
				{ key: "n", label: t.n, numeric: true, cell: ({ n }) => n },
				{
					key: "facility",
					label: t.facility,
					numeric: true,
					cell: ({ facility }) => <ShortFigure figure={facility} />,
				},
				{
					key: "itemRest",
					label: t.itemRest,
					numeric: true,
					cell: ({ itemRest }) => <ShortFigure figure={itemRest} />,
				},
				{
					key: "upperLower",
					label: t.upperLower,
					numeric: true,
					cell: ({ upperLower }) => <ShortFigure figure={upperLower} />,
				},
				{
					key: "omission",
					label: t.omission,
					numeric: true,
					cell: ({ omission }) => <ShortFigure figure={omission} scale={100} unit="%" digits={0} />,
				},
				{
					key: "seconds",
					label: t.seconds,
					numeric: true,
					cell: ({ seconds }) => <ShortFigure figure={seconds} digits={0} />,
				},
			]}
		/>
	);
}

const weights: Record<Flag["kind"], number> = {
	"key-wrong": 100,
	guessed: 20,
	"too-hard": 10,
	"too-easy": 5,
	"idle-distractor": 1,
};
const graveness = (flags: readonly Flag[]) => flags.reduce((sum, { kind }) => sum + weights[kind], 0);

function FlagList({ flags }: { flags: readonly Flag[] }) {
	const t = useMessages(itemStatisticsMessages);
	const lang = useLang();
	if (flags.length === 0) return <span className="quiet">{t.noFlags}</span>;
	return (
		<>
			{flags.map((flag) => (
				<span key={flag.kind}>
					<Badge tone={flag.kind === "key-wrong" ? "bad" : "warm"}>{flagWords(flag, lang).label}</Badge>{" "}
				</span>
			))}
		</>
	);
}
