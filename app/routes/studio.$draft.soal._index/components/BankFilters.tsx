import { bankMessages } from "#app/i18n/messages/bank.ts";
import type { ItemFilter } from "#app/studio/itemFilter.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** Narrows the list; the address holds what is chosen. */
export function BankFilters({ filter, competences }: { filter: ItemFilter; competences: string[] }) {
	const t = useMessages(bankMessages);
	const all = { value: "", label: t.all };
	const levels = ["1", "2", "3", "4"].map((value) => ({ value, label: value }));
	const risks = (["low", "medium", "high", ""] as const).map((value) => ({
		value: value || "belum",
		label: t[`risk.${value}`],
	}));
	return (
		<search>
			<form method="get" className="filters">
				<Select
					label={t.competence}
					name="kompetensi"
					defaultValue={filter.competence ?? ""}
					choices={[all, ...competences.map((value) => ({ value, label: value }))]}
				/>
				<Select
					label={t.level}
					name="jenjang"
					defaultValue={String(filter.level ?? "")}
					choices={[all, ...levels]}
				/>
				<Select
					label={t.risk}
					name="risiko"
					defaultValue={filter.risk === null ? "" : filter.risk || "belum"}
					choices={[all, ...risks]}
				/>
				<Field label={t.search} name="cari" type="search" defaultValue={filter.text} maxLength={100} />
				<Button kind="plain">{t.show}</Button>
			</form>
		</search>
	);
}
