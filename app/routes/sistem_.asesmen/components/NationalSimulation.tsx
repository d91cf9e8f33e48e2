import { SimulationForm } from "#app/assessment/placement/SimulationForm.tsx";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { simulationMessages } from "#app/i18n/messages/simulation.ts";
import { useMessages } from "#app/ui/context.tsx";
import { type FieldErrors, Select } from "#app/ui/fields.tsx";

type Props = { people?: number; errors?: FieldErrors; isProposed?: boolean; hasProposal: boolean };

/** Asks for a simulation of the national bank, with the parameters in force or with those proposed. */
export function NationalSimulation({ people, errors, isProposed = false, hasProposal }: Props) {
	const t = useMessages(calibrationMessages);
	const s = useMessages(simulationMessages);
	const choices = (["current", ...(hasProposal ? ["proposal" as const] : [])] as const).map((value) => ({
		value,
		label: t[`with.${value}`],
	}));
	return (
		<section>
			<h2>{t.simulate}</h2>
			<p>{s.lead}</p>
			<SimulationForm people={people} errors={errors} kind="plain">
				<Select
					label={t.with}
					name="with"
					choices={choices}
					defaultValue={isProposed && hasProposal ? "proposal" : "current"}
				/>
			</SimulationForm>
		</section>
	);
}
