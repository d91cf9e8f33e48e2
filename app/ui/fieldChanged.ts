export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const isBox = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && /radio|checkbox/.test(field.type);

/** Whether a person has changed the field since the page was sent: also before the script that asks had come. */
export function isChanged(field: Field): boolean {
	if (isBox(field)) return field.checked !== field.defaultChecked;
	if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
	// Without a preset option a browser shows the first.
	const preset = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
	return field.value !== (preset?.value ?? "");
}
