import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { Filter } from "../filter.ts";

type Props = { filter: Filter; competences: { code: string; name: Record<"id" | "en", string> }[] };

/** Search and filters as a plain form: the address holds the state. */
export function CourseFilters({ filter, competences }: Props) {
	const t = useMessages(learningMessages);
	const lang = useLang();
	const any = { value: "", label: t.any };
	const levels = [t.level1, t.level2, t.level3, t.level4].map((label, index) => ({
		value: String(index + 1),
		label,
	}));
	return (
		<search>
			<form method="get" className="filters">
				<Field label={t.search} name="q" type="search" defaultValue={filter.search} />
				<Select
					label={t.competence}
					name="kompetensi"
					defaultValue={filter.competence ?? ""}
					choices={[
						any,
						...competences.map(({ code, name }) => ({ value: code, label: `${code} ${name[lang]}` })),
					]}
				/>
				<Select label={t.level} name="jenjang" defaultValue={filter.level ?? ""} choices={[any, ...levels]} />
				<Select
					label={t.jp}
					name="jp"
					defaultValue={filter.maxJp ?? ""}
					choices={[any, ...["2", "4", "8"].map((value) => ({ value, label: t.jpUpTo(value) }))]}
				/>
				<Button kind="plain">{t.filter}</Button>
			</form>
		</search>
	);
}
