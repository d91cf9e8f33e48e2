import { formatMonth } from "#app/i18n/format.ts";
import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import { measures } from "#app/readiness/delta.ts";
import {
	kindNames,
	type ListState,
	listAddress,
	measureNames,
	stateParams,
} from "#app/readiness/listState.ts";
import type { Month } from "#app/readiness/month.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** What the form does not ask for goes along hidden, except the page number. */
function Kept({ params, asked }: { params: readonly [string, string][]; asked: readonly string[] }) {
	return params
		.filter(([name]) => !asked.includes(name) && name !== "halaman")
		.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

type MonthFormProps = {
	months: readonly Month[];
	month: Month;
	measure: ListState["measure"];
	/** What the measure is chosen for. */
	measureLabel: string;
	params?: readonly [string, string][];
};

/** Chooses the month and what map and chart show. */
export function MonthForm({ months, month, measure, measureLabel, params = [] }: MonthFormProps) {
	const t = useMessages(readinessMessages);
	const lang = useLang();
	return (
		<form method="get" className="filters">
			<Kept params={params} asked={["bulan", "ukuran"]} />
			<Select
				label={t.month}
				name="bulan"
				defaultValue={month}
				choices={months.map((value) => ({ value, label: formatMonth(value, lang) }))}
			/>
			<Select
				label={measureLabel}
				name="ukuran"
				defaultValue={measureNames[measure]}
				choices={measures.map((value) => ({ value: measureNames[value], label: t[value] }))}
			/>
			<Button kind="plain">{t.show}</Button>
		</form>
	);
}

type FilterFormProps = { state: ListState; provinces: readonly { code: string; name: string }[] };

/** Searches and filters the list of agencies. */
export function FilterForm({ state, provinces }: FilterFormProps) {
	const t = useMessages(readinessMessages);
	const kinds = Object.keys(kindNames) as (keyof typeof kindNames)[];
	const all = { value: "", label: t.all };
	const isFiltered = state.search !== "" || state.kind !== null || state.province !== null;
	return (
		<form method="get" action="/kesiapan#instansi" className="filters">
			<Kept params={stateParams(state)} asked={["cari", "jenis", "provinsi"]} />
			<Field
				label={t.search}
				name="cari"
				type="search"
				defaultValue={state.search}
				maxLength={100}
				placeholder={t.searchHint}
			/>
			<Select
				label={t.kind}
				name="jenis"
				defaultValue={state.kind ? kindNames[state.kind] : ""}
				choices={[all, ...kinds.map((kind) => ({ value: kindNames[kind], label: t[`kind_${kind}`] }))]}
			/>
			<Select
				label={t.province}
				name="provinsi"
				defaultValue={state.province ?? ""}
				choices={[all, ...provinces.map(({ code, name }) => ({ value: code, label: name }))]}
			/>
			<Button>{t.filter}</Button>
			{isFiltered ? (
				<a
					className="clear"
					href={`${listAddress({ ...state, search: "", kind: null, province: null, page: 1 })}#instansi`}
				>
					{t.clear}
				</a>
			) : null}
		</form>
	);
}
