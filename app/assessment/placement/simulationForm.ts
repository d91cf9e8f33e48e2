import { z } from "zod";
import type { Language } from "../../i18n/language.ts";
import { simulationMessages } from "../../i18n/messages/simulation.ts";
import type { SimulationDone, SimulationReport } from "./simulateBank.server.ts";

/** How many people may be simulated on a page: the more, the surer the figures and the longer the wait. */
export const simulatedPeople = ["500", "1000", "2000"] as const;

/** So many people; null when the form does not say one of the numbers. */
export function parseSimulationForm(form: FormData): number | null {
	const parsed = z.enum(simulatedPeople).safeParse(form.get("people"));
	return parsed.success ? Number(parsed.data) : null;
}

export type SimulationAnswer = {
	people?: number;
	report: SimulationDone | null;
	errors?: { people: string };
	status: number;
};

/** What a page says after a simulation was asked for: its figures, or why there are none and what to do. */
export function simulationAnswer(
	people: number | null,
	report: SimulationReport | null,
	lang: Language,
): SimulationAnswer {
	const t = simulationMessages[lang];
	if (people === null || report === null || report.kind === "too-small")
		return { report: null, errors: { people: t.peopleNeeded }, status: 400 };
	if (report.kind === "done") return { people, report, status: 200 };
	const text = report.kind === "busy" ? t.busy : t.tooLong;
	return { people, report: null, errors: { people: text }, status: 503 };
}
