import type { CertificateFault } from "#app/certification/acts/faults.ts";
import { certificateActMessages } from "#app/i18n/messages/certificateActs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CertificateActKind, CertificateActState } from "#db/schema/certificateActs.ts";

type Line = {
	position: number;
	id: string;
	number: string;
	name: string;
	course: string;
	fault: CertificateFault | null;
	isDone: boolean;
	fresh: { id: string; number: string } | null;
	nameAfter: string;
	isNumberCorrected: boolean;
};

type Props = { kind: CertificateActKind; state: CertificateActState; lines: Line[] };

/** The certificates of an act, each with what happens or happened to it. */
export function Lines({ kind, state, lines }: Props) {
	const t = useMessages(certificateActMessages);
	return (
		<DataTable
			caption={t.caption}
			rows={lines}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "number",
					label: t.number,
					rowHeader: true,
					cell: ({ id, number }) => <a href={`/sertifikat/${id}`}>{number}</a>,
				},
				{ key: "name", label: t.holder, cell: ({ name }) => name },
				{ key: "course", label: t.course, cell: ({ course }) => course },
				{
					key: "outcome",
					label: t.outcome,
					cell: (line) => <Outcome kind={kind} state={state} line={line} />,
				},
			]}
		/>
	);
}

function Outcome({
	kind,
	state,
	line,
}: {
	kind: CertificateActKind;
	state: CertificateActState;
	line: Line;
}) {
	const t = useMessages(certificateActMessages);
	if (line.fault) return <span className="quiet">{t[`fault.${line.fault}`]}</span>;
	const corrected = [
		line.nameAfter ? t.nameAfter(line.nameAfter) : "",
		line.isNumberCorrected ? t.numberCorrected : "",
	].filter(Boolean);
	if (line.fresh)
		return (
			<>
				<a href={`/sertifikat/${line.fresh.id}`}>{t.newNumber(line.fresh.number)}</a>: {corrected.join("; ")}
			</>
		);
	if (line.isDone) return t.isDone;
	if (state !== "ready") return state === "running" ? t.waits : null;
	if (kind === "reissue") return corrected.join("; ");
	return kind === "revoke" ? t.willRevoke : t.willReinstate;
}
