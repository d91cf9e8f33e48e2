import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useMessages } from "#app/ui/context.tsx";

/** A password that is shown this once. */
export function ProvisionalPassword({ name, password }: { name: string; password: string }) {
	const t = useMessages(peopleMessages);
	return (
		<section className="notices" aria-label={t.provisional}>
			<p>{t.passwordOnce(name)}</p>
			<p className="figure-line">
				<code>{password}</code>
			</p>
			<p className="quiet">{t.resetNote}</p>
		</section>
	);
}
