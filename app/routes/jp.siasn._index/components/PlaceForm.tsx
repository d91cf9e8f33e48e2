import { siasnMessages } from "#app/i18n/messages/siasn.ts";
import type { SiasnPlace } from "#app/records/siasn/settings.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, type FieldErrors } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** How SIASN names the agency. */
export function PlaceForm({ place, errors }: { place: SiasnPlace | null; errors?: FieldErrors }) {
	const t = useMessages(siasnMessages);
	const field = (name: keyof SiasnPlace, hint: string) => (
		<Field
			label={t[name]}
			name={name}
			hint={hint}
			defaultValue={place?.[name]}
			error={errors?.[name] || undefined}
			autoComplete="off"
			spellCheck={false}
			required
		/>
	);
	return (
		<section className="prose">
			<h2>{t.placeTitle}</h2>
			<form method="post">
				{field("instansiId", t.instansiHint)}
				{field("lokasiId", t.lokasiHint)}
				<Button kind="plain" name="maksud" value="place">
					{t.save}
				</Button>
			</form>
			<p className="quiet">{t.check}</p>
		</section>
	);
}
