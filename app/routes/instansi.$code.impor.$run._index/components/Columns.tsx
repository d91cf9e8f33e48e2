import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import type { RosterSource } from "#app/people/roster/rosterLine.ts";
import { useMessages } from "#app/ui/context.tsx";

type Props = { columns: readonly { name: string; source: RosterSource }[]; dropped: readonly string[] };

/** Which columns of the file are read as what, and which are never kept. */
export function Columns({ columns, dropped }: Props) {
	const t = useMessages(rosterScreenMessages);
	return (
		<details>
			<summary>{t.columnsTitle}</summary>
			<dl className="facts">
				{columns.flatMap(({ name, source }) => [
					<dt key={name}>{name}</dt>,
					<dd key={`${name} means`}>{t[`source.${source}`]}</dd>,
				])}
			</dl>
			{dropped.length > 0 ? <p className="quiet">{t.dropped(dropped.join(", "))}</p> : null}
		</details>
	);
}
