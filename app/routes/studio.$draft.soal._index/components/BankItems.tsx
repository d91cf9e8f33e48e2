import { formatNumber } from "#app/i18n/format.ts";
import { bankMessages } from "#app/i18n/messages/bank.ts";
import { difficultyStep, type Risk } from "#app/studio/itemFilter.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { EmptyState } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export type ListedItem = {
	code: string;
	stem: string;
	competence: string;
	level: number;
	difficulty: number | null;
	risk: Risk;
	prototype: string;
	source: string;
};

/** The items with what their author noted. */
export function BankItems({ draftId, items, all }: { draftId: string; items: ListedItem[]; all: number }) {
	const t = useMessages(bankMessages);
	const lang = useLang();
	if (items.length === 0) return <EmptyState>{t.none}</EmptyState>;
	const inWords = (difficulty: number | null) =>
		difficulty === null
			? t.unknown
			: `${t[`difficulty.${difficultyStep(difficulty)}`]} (${formatNumber(difficulty, lang)})`;
	return (
		<DataTable
			caption={t.shown(String(items.length), String(all))}
			rows={items}
			rowKey={({ code }) => code}
			columns={[
				{
					key: "code",
					label: t.code,
					rowHeader: true,
					cell: ({ code }) => <a href={`/studio/${draftId}/soal/${code}`}>{code}</a>,
				},
				{ key: "stem", label: t.stem, cell: ({ stem }) => stem },
				{ key: "cell", label: t.competence, cell: ({ competence }) => competence },
				{ key: "level", label: t.level, numeric: true, cell: ({ level }) => level },
				{ key: "difficulty", label: t.difficulty, cell: ({ difficulty }) => inWords(difficulty) },
				{ key: "risk", label: t.risk, cell: ({ risk }) => t[`risk.${risk}`] },
				{ key: "prototype", label: t.prototype, cell: ({ prototype }) => prototype || "–" },
				{ key: "source", label: t.source, cell: ({ source }) => source || "–" },
			]}
		/>
	);
}
