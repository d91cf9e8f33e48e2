import { schemeMessages } from "#app/i18n/messages/schemes.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** How certificates are numbered. */
export function SchemeForm({ scheme, example, error }: { scheme: string; example: string; error?: string }) {
	const t = useMessages(schemeMessages);
	return (
		<section className="prose">
			<h2>{t.numberTitle}</h2>
			<form method="post">
				<Field
					label={t.scheme}
					name="scheme"
					hint={t.hint}
					defaultValue={scheme}
					error={error}
					spellCheck={false}
					autoComplete="off"
					required
				/>
				<p className="quiet">{t.example(example)}</p>
				<Button name="bagian" value="scheme">
					{t.save}
				</Button>
			</form>
		</section>
	);
}
