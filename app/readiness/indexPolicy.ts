import { z } from "zod";
import { bothLanguages, readFrameworkFile } from "../catalog/frameworkFile.ts";
import { policyFor } from "../catalog/policyFor.ts";

const percent = z.number().min(0).max(100);
const indexComponents = ["A", "B", "C", "D", "E"] as const;

const component = z.strictObject({
	code: z.enum(indexComponents),
	/** Per cent of the index. */
	weight: percent,
	name: bothLanguages,
	formula: bothLanguages,
});
const band = z.strictObject({
	/** Lowest index, 0 to 100, that is called so. */
	from: percent,
	name: bothLanguages,
});

const policyFacts = z.strictObject({
	validFrom: z.iso.date(),
	name: bothLanguages,
	/** Must stand beside every index that is shown. */
	label: bothLanguages,
	components: z
		.array(component)
		.refine((all) => all.map(({ code }) => code).join() === indexComponents.join(), "harus A, B, C, D, E")
		.refine((all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100, "bobot harus berjumlah 100"),
	parameters: z.strictObject({
		assessmentWindowMonths: z.number().int().min(1),
		applicationTargetPercent: percent.min(1),
	}),
	/** Below this an agency gets no index. */
	minimumData: z.strictObject({ coveragePercent: percent, rosterAgeDays: z.number().int().min(1) }),
	/** Counts of people below this are hidden from those outside the agency. */
	suppressBelow: z.number().int().min(1),
	bands: z
		.array(band)
		.min(1)
		.refine((all) => all[0]?.from === 0, "sebutan pertama harus mulai dari 0")
		.refine(
			(all) => all.every(({ from }, at) => at === 0 || from > (all[at - 1]?.from ?? 0)),
			"batas sebutan harus menaik",
		),
	/** Marks on the card of Pemdi's indicator 3, per cent of employees. */
	indicator3Marks: z.array(percent),
	sources: z.array(z.string().min(1)).min(1),
	needsCheck: z.string().min(1),
});
/** Weights and limits of the readiness index in force from a day on; Cakap's own proposal, not Pemdi's. */
export type IndexPolicy = z.infer<typeof policyFacts>;

/** Reads a policy/readiness-index-*.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseIndexPolicy(text: string, file: string): IndexPolicy {
	return readFrameworkFile(policyFacts, text, file);
}

/** The index policy in force on an ISO day; null before the first. */
export function policyAt(policies: readonly IndexPolicy[], day: string): IndexPolicy | null {
	return policyFor(policies, day);
}

/** What an index of 0 to 100 is called, in both languages. */
export function bandOf(policy: IndexPolicy, index: number): IndexPolicy["bands"][number]["name"] {
	const reached = policy.bands.filter(({ from }) => from <= index).at(-1) ?? policy.bands[0];
	if (!reached) throw new RangeError("the policy has no bands");
	return reached.name;
}
