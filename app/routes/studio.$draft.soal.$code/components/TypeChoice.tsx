import { itemFormMessages } from "#app/i18n/messages/itemForm.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Select } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";
import { itemTypes } from "#db/schema/index.ts";

/** Asks for the type of a new item; the page then shows its fields. */
export function TypeChoice({ type }: { type: string }) {
	const t = useMessages(itemFormMessages);
	return (
		<form method="get" className="filters">
			<Select
				label={t.type}
				name="jenis"
				defaultValue={type}
				choices={itemTypes.map((value) => ({ value, label: t[`t.${value}`] }))}
			/>
			<Button kind="plain">{t.chooseType}</Button>
		</form>
	);
}
