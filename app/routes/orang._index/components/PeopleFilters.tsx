import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { ListState } from "../listState.ts";

type Props = {
	state: ListState;
	units: { id: string; name: string; level: number }[];
	isNational: boolean;
};

export function PeopleFilters({ state, units, isNational }: Props) {
	const t = useMessages(peopleMessages);
	const choices = [
		{ value: "", label: t.allUnits },
		...units.map(({ id, name }) => ({ value: id, label: name })),
	];
	return (
		<search>
			<form method="get" className="filters">
				<Field label={t.search} name="cari" type="search" hint={t.searchHint} defaultValue={state.cari} />
				{isNational ? null : (
					<Select label={t.unit} name="unit" choices={choices} defaultValue={state.unit} />
				)}
				<Button kind="plain">{t.filter}</Button>
			</form>
		</search>
	);
}
