import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** Chooses the day as of which the page shows the agency. */
export function DayForm({ code, day, isBad }: { code: string; day: string; isBad: boolean }) {
	const t = useMessages(agencyMessages);
	return (
		<form method="get" action={`/instansi/${code}`} className="filters">
			<Field
				label={t.day}
				name="tanggal"
				type="date"
				defaultValue={day}
				hint={t.dayHint}
				error={isBad ? t.badDay : undefined}
			/>
			<Button kind="plain">{t.show}</Button>
		</form>
	);
}
