import type { ReactNode } from "react";
import { simulationMessages } from "../../i18n/messages/simulation.ts";
import { useMessages } from "../../ui/context.tsx";
import { ErrorSummary, type FieldErrors, Select } from "../../ui/fields.tsx";
import { Button } from "../../ui/Page.tsx";
import { simulatedPeople } from "./simulationForm.ts";

type Props = {
	people?: number;
	errors?: FieldErrors;
	kind?: "primary" | "plain";
	/** Further fields. */
	children?: ReactNode;
};

/** Asks for a simulation with so many people. */
export function SimulationForm({ people = 1000, errors, kind, children }: Props) {
	const t = useMessages(simulationMessages);
	return (
		<>
			<ErrorSummary errors={errors} />
			<form method="post">
				<Select
					label={t.people}
					name="people"
					hint={t.peopleHint}
					error={errors?.people}
					defaultValue={String(people)}
					choices={simulatedPeople.map((value) => ({ value, label: value }))}
				/>
				{children}
				<Button kind={kind} name="intent" value="simulate">
					{t.run}
				</Button>
			</form>
		</>
	);
}
