import { learningMessages } from "#app/i18n/messages/learning.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { Home } from "../home.server.ts";

const nothing = { title: "", reason: "", before: "", after: "", passed: "", jp: "" };

/** What the person has to be told, until they put it away. */
export function Notices({ notices }: { notices: Home["notices"] }) {
	const t = useMessages(learningMessages);
	if (notices.length === 0) return null;
	return (
		<section className="notices" aria-label={t.notices}>
			<ul className="plain-list">
				{notices.map(({ id, kind, data }) => (
					<li key={id}>
						<form method="post" className="notice">
							<span>{t[`notice.${kind}`]({ ...nothing, ...data })}</span>
							<input type="hidden" name="notice" value={id} />
							<Button kind="link">{t.dismiss}</Button>
						</form>
					</li>
				))}
			</ul>
		</section>
	);
}
