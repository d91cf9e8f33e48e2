import { formatNumber } from "#app/i18n/format.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import type { Preview } from "#app/learning/assignments/preview.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { Button } from "#app/ui/Page.tsx";
import type { TypedAssignment } from "../form.ts";

/** Whom it meets; its form carries all that was typed on to the confirmation, or back. */
export function PreviewBox({ preview, typed }: { preview: Preview; typed: TypedAssignment }) {
	const t = useMessages(assignmentMessages);
	const lang = useLang();
	const n = (value: number) => formatNumber(value, lang);
	const { first, people, passed, checked, candidates } = preview;
	return (
		<section>
			<p className="figure-line">{t.previewCount(n(people), n(passed))}</p>
			{checked < candidates ? <p>{t.previewGap(n(checked), n(candidates))}</p> : null}
			<p>{t.notWritten}</p>
			<h2>{t.previewFirst}</h2>
			<ul>
				{first.map(({ personId, name, unitName }) => (
					<li key={personId}>
						{name} {unitName ? <span className="quiet">{unitName}</span> : null}
					</li>
				))}
			</ul>
			{people > first.length ? <p className="quiet">{t.previewMore(n(people - first.length))}</p> : null}
			<form method="post" className="actions">
				{Object.entries(typed).flatMap(([name, value]) =>
					[value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
				)}
				<Button name="intent" value="create">
					{t.confirm}
				</Button>
				<Button name="intent" value="change" kind="plain">
					{t.change}
				</Button>
			</form>
		</section>
	);
}
