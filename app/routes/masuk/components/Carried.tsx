import type { CarriedField } from "#app/access/carriedForm.ts";

/** The fields of a form whose session had ended; they are sent on after signing in. */
export function Carried({ fields }: { fields: CarriedField[] }) {
	return fields.map(([name, value], index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
		<input key={index} type="hidden" name={name} value={value} />
	));
}
