import type { RenewalOffer } from "#app/certification/renewal/offer.server.ts";
import type { RenewalWork } from "#app/certification/renewal/work.ts";
import { renewalMessages } from "#app/i18n/messages/renewal.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";

type Offer = Pick<RenewalOffer, "whole" | "difference">;

/** The ways to renew, the shorter first, each with what it asks. */
export function Ways({ offer: { whole, difference } }: { offer: Offer }) {
	const t = useMessages(renewalMessages);
	return (
		<>
			<h2>{difference ? t.waysTitle : t.whole}</h2>
			{difference ? (
				<Way
					work={difference}
					way="difference"
					title={t.difference}
					text={t.differenceText}
					button={t.chooseDifference}
				/>
			) : null}
			<Way
				work={whole}
				way="whole"
				title={difference ? t.whole : null}
				text={difference ? t.wholeText : t.onlyWhole}
				button={t.chooseWhole}
				isSecond={difference !== null}
			/>
		</>
	);
}

type WayProps = {
	work: RenewalWork;
	way: "whole" | "difference";
	title: string | null;
	text: string;
	button: string;
	isSecond?: boolean;
};

function Way({ work, way, title, text, button, isSecond }: WayProps) {
	const t = useMessages(renewalMessages);
	const { lessons, items, durationMinutes, jp } = work;
	return (
		<section>
			{title ? <h3>{title}</h3> : null}
			<p>
				<strong>{t.work(String(lessons.length), String(items), String(durationMinutes))}</strong> ·{" "}
				{jp > 0 ? t.worth(String(jp)) : t.noJp}
			</p>
			<p>{text}</p>
			{way === "difference" && lessons.length > 0 ? (
				<ul>
					{lessons.map(({ slug, title: lesson }) => (
						<li key={slug}>{lesson}</li>
					))}
				</ul>
			) : null}
			<form method="post">
				<input type="hidden" name="way" value={way} />
				<Button kind={isSecond ? "plain" : "primary"}>{button}</Button>
			</form>
		</section>
	);
}
