import { formatNumber } from "#app/i18n/format.ts";
import { mailMessages } from "#app/i18n/messages/mail.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { type State, states } from "../listState.ts";

type Props = { only: State | null; counts: Partial<Record<State, number>> };

/** Each state with how many mails are in it. */
export function StateFilter({ only, counts }: Props) {
	const t = useMessages(mailMessages);
	const lang = useLang();
	const label = (state: State) => `${t[`state.${state}`]} (${formatNumber(counts[state] ?? 0, lang)})`;
	const choices = [{ value: "", label: t.all }, ...states.map((value) => ({ value, label: label(value) }))];
	return (
		<search>
			<form method="get" className="filters">
				<Select label={t.state} name="keadaan" choices={choices} defaultValue={only ?? ""} />
				<Button kind="plain">{t.filter}</Button>
			</form>
		</search>
	);
}
