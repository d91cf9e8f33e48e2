import { formatNumber } from "#app/i18n/format.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { personActMessages } from "#app/i18n/messages/personActs.ts";
import type { Preview } from "#app/records/acts/view.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { PersonActKind } from "#db/schema/personActs.ts";

/** What an act that waits would change, side by side, and what stays. */
export function Consequences({ kind, preview }: { kind: PersonActKind; preview: Preview }) {
	const t = useMessages(personActMessages);
	const { lang } = useFrame();
	const { courses, certificates, jp } = preview.kept;
	const effects = useEffects(kind, preview);
	return (
		<>
			{preview.isOfIdentity ? null : <SideBySide preview={preview} />}
			<h2>{t.effects}</h2>
			<ul className="prose">
				{(effects.length > 0 ? effects : [t.noEffects]).map((words) => (
					<li key={words}>{words}</li>
				))}
				<li>
					{t.keeps(formatNumber(courses, lang), formatNumber(certificates, lang), formatNumber(jp, lang))}
				</li>
			</ul>
		</>
	);
}

function useEffects(
	kind: PersonActKind,
	{ roles, closesAccount, signsOut, before, after }: Preview,
): string[] {
	const t = useMessages(personActMessages);
	const a = useMessages(accessMessages);
	const effects: string[] = [];
	if (kind === "leave") effects.push(t.pauses);
	if (signsOut) effects.push(t.leaves, closesAccount ? t.closed : t.signedOut);
	if (after && before && after.agencyName !== before.agencyName) effects.push(t.counts);
	if (roles.length > 0) effects.push(t.rolesEnd(roles.map((role) => a[`role.${role}`]).join(", ")));
	return effects;
}

function SideBySide({ preview: { before, after } }: { preview: Preview }) {
	const t = useMessages(personActMessages);
	const p = useMessages(peopleMessages);
	const word = (post: Preview["before"]) => ({
		agency: post?.agencyName ?? t.noPost,
		homeAgency: post?.homeAgencyName ?? "–",
		unit: post ? (post.unitName ?? p.noUnit) : "–",
		position: post?.position ?? "–",
		jobClass: post ? p[`jobClass.${post.jobClass}`] : "–",
		employment: post ? p[`employment.${post.employment}`] : "–",
		grade: post?.grade || "–",
		legalStatus: post?.legalStatus || "–",
	});
	const [was, becomes] = [word(before), word(after)];
	const labels = { ...t, unit: p.unit, position: p.position, jobClass: p.jobClass, grade: p.grade };
	const keys = Object.keys(was) as (keyof typeof was)[];
	const rows = keys.map((key) => ({
		key,
		label: key === "employment" ? p.employment : labels[key],
		was: was[key],
		becomes: was[key] === becomes[key] ? t.unchanged : becomes[key],
	}));
	return (
		<DataTable
			caption={t.previewTitle}
			rows={rows}
			rowKey={({ key }) => key}
			columns={[
				{ key: "label", label: t.what, rowHeader: true, cell: ({ label }) => label },
				{ key: "was", label: t.now, cell: (row) => row.was },
				{ key: "becomes", label: t.later, cell: (row) => row.becomes },
			]}
		/>
	);
}
