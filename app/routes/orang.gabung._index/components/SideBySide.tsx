import { formatNumber } from "#app/i18n/format.ts";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { mergingMessages } from "#app/i18n/messages/merging.ts";
import { fullName } from "#app/people/names.ts";
import type { mergePreview, Side } from "#app/records/merge/sideBySide.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";

export type Preview = Awaited<ReturnType<typeof mergePreview>>;

/** Both records beside each other, and what they come to. */
export function SideBySide({ preview }: { preview: Preview }) {
	const t = useMessages(mergingMessages);
	const { lang } = useFrame();
	const [one, other] = [useWords(preview.kept), useWords(preview.gone)];
	const number = (value: number) => formatNumber(value, lang);
	const after: Partial<typeof one> = {
		name: one.name,
		courses: number(preview.courses),
		certificates: number(preview.certificates),
		jp: number(preview.jp),
	};
	const keys = Object.keys(one) as (keyof typeof one)[];
	return (
		<DataTable
			caption={t.mergeTitle}
			rows={keys.map((key) => ({ key, one: one[key], other: other[key], after: after[key] ?? "–" }))}
			rowKey={({ key }) => key}
			columns={[
				{ key: "field", label: t.field, rowHeader: true, cell: ({ key }) => t[key] },
				{ key: "one", label: t.kept, cell: (row) => row.one },
				{ key: "other", label: t.gone, cell: (row) => row.other },
				{ key: "after", label: t.after, cell: (row) => row.after },
			]}
		/>
	);
}

function useWords({ person, identifiers, courses, certificates, jp, roles }: Side) {
	const t = useMessages(mergingMessages);
	const a = useMessages(accessMessages);
	const { lang } = useFrame();
	const place = [person.position, person.unitName, person.agencyName].filter(Boolean).join(", ");
	return {
		name: fullName(person),
		post: person.isPresent ? place : t.noPost,
		identifiers: identifiers
			.map(({ masked, isCurrent }) => (isCurrent ? masked : `${masked} (${t.old})`))
			.join("; "),
		courses: formatNumber(courses.length, lang),
		certificates: formatNumber(certificates.length, lang),
		jp: formatNumber(jp, lang),
		roles: roles.map((role) => a[`role.${role}`]).join(", ") || "–",
	};
}
