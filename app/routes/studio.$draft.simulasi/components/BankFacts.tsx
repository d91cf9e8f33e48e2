import { simulationMessages } from "#app/i18n/messages/simulation.ts";
import { useMessages } from "#app/ui/context.tsx";

export type Facts = {
	items: number;
	different: number;
	domains: string[];
	assumed: number;
	leftOut: number;
	thin: string[];
	minItemsPerDomain: number;
};

/** What the bank is made of, and what of it weakens a simulation. */
export function BankFacts({ facts }: { facts: Facts }) {
	const t = useMessages(simulationMessages);
	const { items, different, domains, assumed, leftOut, thin, minItemsPerDomain } = facts;
	return (
		<section>
			<h2>{t.bank}</h2>
			<dl className="facts">
				<dt>{t.scored}</dt>
				<dd>{items}</dd>
				<dt>{t.different}</dt>
				<dd>{different}</dd>
				<dt>{t.domains}</dt>
				<dd>{domains.join(", ") || "–"}</dd>
			</dl>
			{leftOut > 0 ? <p>{t.leftOut(String(leftOut))}</p> : null}
			{assumed > 0 ? <p>{t.assumed(String(assumed))}</p> : null}
			{thin.length > 0 ? <p>{t.thin(thin.join(", "), String(minItemsPerDomain))}</p> : null}
		</section>
	);
}
