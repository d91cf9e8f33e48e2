import { formatMoment } from "#app/i18n/format.ts";
import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Badge } from "#app/ui/Page.tsx";
import type { RepairFacts } from "../view.server.ts";

/** What the repair is, why, and how far it has come. */
export function Facts({ repair }: { repair: RepairFacts }) {
	const t = useMessages(itemRepairMessages);
	const { lang, timeZone } = useFrame();
	const { stem, kind, key, state, reason, protects, actorName, createdAt } = repair;
	return (
		<>
			<p className="prose">{stem}</p>
			<dl className="facts">
				<dt>{t.state}</dt>
				<dd>
					<Badge tone={state === "applied" ? "warm" : "plain"}>{t[`state.${state}`]}</Badge>
				</dd>
				{key.length === 0 ? null : (
					<>
						<dt>{kind === "rekey" ? t.newKey : t.alsoRight}</dt>
						<dd>{key.join("; ")}</dd>
					</>
				)}
				<dt>{t.reason}</dt>
				<dd>{reason}</dd>
				<dt>{t.by}</dt>
				<dd>
					{actorName}, {formatMoment(createdAt, lang, timeZone)}
				</dd>
			</dl>
			<p className="quiet">{protects ? t.protects : t.protectsNot}</p>
		</>
	);
}
