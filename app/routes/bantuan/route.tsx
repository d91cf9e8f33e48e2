import type { MetaFunction } from "@remix-run/node";
import { helpMessages } from "#app/i18n/messages/help.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";

/** Open to everyone; there is nothing to look up. */
export const loader = () => null;

export const meta: MetaFunction = () => [{ title: "Bantuan · Cakap" }];

const parts = ["account", "slow", "exam", "certificate", "hours", "privacy"] as const;

export default function HelpPage() {
	const t = useMessages(helpMessages);
	return (
		<div className="prose">
			<PageHeader title={t.title} />
			{parts.map((part) => (
				<section key={part}>
					<h2>{t[part]}</h2>
					<p>{t[`${part}Text`]}</p>
				</section>
			))}
		</div>
	);
}
