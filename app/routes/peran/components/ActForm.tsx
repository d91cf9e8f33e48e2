import { roleMessages } from "#app/i18n/messages/roles.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** For who holds roles in several agencies: the one whose pages and people are shown; the first is the present one. */
export function ActForm({ agencies }: { agencies: { id: string; name: string }[] }) {
	const t = useMessages(roleMessages);
	return (
		<form method="post" className="prose">
			<h2>{t.actTitle}</h2>
			<p>{t.actLead}</p>
			<Select
				label={t.actAgency}
				name="agency"
				choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
				defaultValue={agencies[0]?.id}
			/>
			<Button kind="plain" name="intent" value="act">
				{t.actButton}
			</Button>
		</form>
	);
}
