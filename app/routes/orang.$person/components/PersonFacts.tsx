import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { PersonPage } from "../personPage.server.ts";

/** Post and masked numbers; the whole number only after it was asked for, which is recorded. */
export function PersonFacts({ page, number }: { page: PersonPage; number: string | null }) {
	const t = useMessages(peopleMessages);
	const { lang, timeZone } = useFrame();
	const { person, numbers, year, jp } = page;
	return (
		<section>
			<h2>{t.facts}</h2>
			<dl className="facts">
				<dt>{t.number}</dt>
				<dd>
					{number ?? (numbers.find(({ kind }) => kind !== "EMAIL")?.masked || "–")}
					{number === null ? (
						<form method="post">
							<input type="hidden" name="intent" value="reveal" />
							<Button kind="link">{t.showNumber}</Button> <span className="quiet">{t.numberNote}</span>
						</form>
					) : null}
				</dd>
				<dt>{t.unit}</dt>
				<dd>{person.unitName ?? t.noUnit}</dd>
				<dt>{t.employment}</dt>
				<dd>{t[`employment.${person.employment}`]}</dd>
				<dt>{t.jobClass}</dt>
				<dd>{t[`jobClass.${person.jobClass}`]}</dd>
				<dt>{t.grade}</dt>
				<dd>{person.grade || "–"}</dd>
				<dt>{t.since}</dt>
				<dd>{formatDate(person.since, lang, timeZone)}</dd>
				<dt>{t.jpOfYear(String(year))}</dt>
				<dd>{formatNumber(jp, lang)}</dd>
			</dl>
		</section>
	);
}
