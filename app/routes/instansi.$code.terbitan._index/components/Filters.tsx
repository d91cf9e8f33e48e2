import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { Given } from "../filter.ts";

type Props = { given: Given; courses: { id: string; title: string }[]; error?: string };

export function Filters({ given, courses, error }: Props) {
	const t = useMessages(certificateActMessages);
	const titles = courses.map(({ id, title }) => ({ value: id, label: title }));
	const states = (["", "valid", "revoked", "replaced"] as const).map((value) => ({
		value,
		label: t[`state.${value}`],
	}));
	return (
		<search>
			<form method="get" className="filters">
				<Field label={t.search} name="cari" type="search" hint={t.searchHint} defaultValue={given.cari} />
				<Select
					label={t.course}
					name="pelatihan"
					choices={[{ value: "", label: t.allCourses }, ...titles]}
					defaultValue={given.pelatihan}
				/>
				<Select label={t.state} name="keadaan" choices={states} defaultValue={given.keadaan} />
				<Field label={t.from} name="sejak" type="date" defaultValue={given.sejak} error={error} />
				<Field label={t.till} name="sampai" type="date" defaultValue={given.sampai} />
				<Button kind="plain">{t.filter}</Button>
			</form>
		</search>
	);
}
