import { jpMessages } from "#app/i18n/messages/jp.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { JpListState } from "../listState.ts";

type Props = { state: JpListState; units: { id: string; name: string }[] };

export function Filters({ state, units }: Props) {
	const t = useMessages(jpMessages);
	const choices = [
		{ value: "", label: t.allUnits },
		...units.map(({ id, name }) => ({ value: id, label: name })),
	];
	const who = [
		{ value: "kurang", label: t.only },
		{ value: "semua", label: t.all },
	];
	return (
		<search>
			<form method="get" className="filters">
				<Select label={t.unit} name="unit" choices={choices} defaultValue={state.unit} />
				<Field label={t.year} name="tahun" inputMode="numeric" defaultValue={String(state.year)} />
				<Select
					label={t.who}
					name="siapa"
					choices={who}
					defaultValue={state.onlyBelow ? "kurang" : "semua"}
				/>
				<Button kind="plain">{t.show}</Button>
			</form>
		</search>
	);
}
