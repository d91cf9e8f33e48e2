import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ChoiceGroup, type FieldErrors, Select, TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Typed = { tindakan: string; yang: string; reason: string; nomor: string };

/** What is to be done, about which of them, and why. */
export function ActFields({ errors, typed }: { errors?: FieldErrors; typed?: Typed }) {
	const t = useMessages(certificateActMessages);
	const which = (["marked", "filter", "numbers"] as const).map((value) => ({
		value,
		label: t[`which.${value}`],
	}));
	const kinds = (["revoke", "reinstate", "reissue"] as const).map((value) => ({
		value,
		label: t[`kind.${value}`],
	}));
	return (
		<section className="prose" aria-labelledby="tindakan">
			<h2 id="tindakan">{t.actTitle}</h2>
			<p>{t.actLead}</p>
			<ChoiceGroup
				legend={t.which}
				name="yang"
				type="radio"
				choices={which}
				chosen={[typed?.yang ?? "marked"]}
				error={errors?.yang}
			/>
			<TextArea
				label={t.numbers}
				name="nomor"
				rows={4}
				defaultValue={typed?.nomor}
				error={errors?.nomor}
				spellCheck={false}
				optional
			/>
			<Select label={t.what} name="tindakan" choices={kinds} defaultValue={typed?.tindakan} />
			<TextArea
				label={t.reason}
				name="reason"
				rows={3}
				hint={t.reasonHint}
				defaultValue={typed?.reason}
				error={errors?.reason}
				required
			/>
			<Button>{t.preview}</Button>
		</section>
	);
}
