import { accountMessages } from "#app/i18n/messages/account.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

export function ZoneForm({ timeZone }: { timeZone: string | null }) {
	const t = useMessages(accountMessages);
	const choices = [
		{ value: "", label: t.zoneAgency },
		{ value: "Asia/Jakarta", label: "WIB" },
		{ value: "Asia/Makassar", label: "WITA" },
		{ value: "Asia/Jayapura", label: "WIT" },
	];
	return (
		<section>
			<h2>{t.zone}</h2>
			<form method="post">
				<input type="hidden" name="intent" value="zone" />
				<Select
					label={t.zone}
					name="zone"
					hint={t.zoneHint}
					defaultValue={timeZone ?? ""}
					choices={choices}
				/>
				<Button kind="plain">{t.save}</Button>
			</form>
		</section>
	);
}
