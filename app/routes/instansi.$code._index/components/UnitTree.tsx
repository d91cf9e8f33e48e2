import { agencyMessages } from "#app/i18n/messages/agencies.ts";
import { useMessages } from "#app/ui/context.tsx";

type Unit = { id: string; parentId: string | null; code: string; name: string; level: number };
type Props = { code: string; units: readonly Unit[]; canChange: boolean };
type Node = { unit: Unit; below: Node[] };

/** The units in lists within lists; each leads to what can be done with it, when it may be changed. */
export function UnitTree({ code, units, canChange }: Props) {
	return <Branch nodes={nested(units)} code={code} canChange={canChange} />;
}

function Branch({ nodes, code, canChange }: { nodes: Node[]; code: string; canChange: boolean }) {
	const t = useMessages(agencyMessages);
	return (
		<ul>
			{nodes.map(({ unit, below }) => (
				<li key={unit.id}>
					{canChange ? (
						<a href={`/instansi/${code}/ubah?unit=${unit.id}`}>{unit.name}</a>
					) : (
						<span>{unit.name}</span>
					)}{" "}
					<span className="quiet">({t.codeIs(unit.code)})</span>
					{below.length > 0 ? <Branch nodes={below} code={code} canChange={canChange} /> : null}
				</li>
			))}
		</ul>
	);
}

/** The units, which come from the top down with their levels, as nodes within nodes. */
function nested(units: readonly Unit[]): Node[] {
	const top: Node[] = [];
	const way: Node[] = [];
	for (const unit of units) {
		const node: Node = { unit, below: [] };
		way.length = unit.level - 1;
		(way.at(-1)?.below ?? top).push(node);
		way.push(node);
	}
	return top;
}
