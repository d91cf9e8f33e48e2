import { z } from "zod";
import { bothLanguages, readFrameworkFile } from "./frameworkFile.ts";

const name = bothLanguages;
const domainCode = z.string().regex(/^D\d$/);
const level = z.number().int().min(1).max(4);
const digcomp = z.array(z.string().regex(/^[1-5]\.[1-6]$/)).default([]);
const note = z.string().min(1);
const jobClass = z.enum(["pelaksana", "fungsional", "pengawas", "administrator", "jpt"]);

const levelFacts = z.strictObject({
	level,
	name,
	description: bothLanguages,
	/** DigComp 2.2 levels, 1 to 8. */
	digcompLevels: z.array(z.number().int().min(1).max(8)).min(1),
});

const competenceFacts = z.strictObject({
	code: z.string().regex(/^D\d\.\d$/),
	domain: domainCode,
	name,
	pillars: z.array(z.string()).min(1),
	/** DigComp 2.2 competences that it covers. */
	digcomp,
	/** DigComp 2.2 competences that are only its background. */
	digcompContext: digcomp,
	unesco: note.optional(),
	/** Expected of some roles only: no job class has a target for it. */
	certainRolesOnly: z.boolean().default(false),
});

const stratumFacts = z.strictObject({
	code: z.string(),
	name,
	domains: z.array(domainCode).min(1),
	levels: z.array(level).min(1),
});

const roleFacts = z.strictObject({
	role: z.string().min(1),
	name,
	jobClasses: z.array(jobClass),
	/** Expected level by domain; 0: nothing is expected. */
	targets: z.record(domainCode, z.number().int().min(0).max(4)),
});

const frameworkFacts = z
	.strictObject({
		validFrom: z.iso.date(),
		sources: z.array(note).min(1),
		needsCheck: note,
		levels: z
			.array(levelFacts)
			.refine((all) => all.map((one) => one.level).join() === "1,2,3,4", "jenjang harus 1, 2, 3, 4"),
		pillars: z.array(z.strictObject({ code: z.string(), name })).min(1),
		domains: z.array(z.strictObject({ code: domainCode, name })).min(1),
		competences: z.array(competenceFacts).min(1),
		strata: z.array(stratumFacts),
		roleTargets: z.array(roleFacts).min(1),
	})
	.superRefine(refuseLooseEnds);

export type CompetenceFramework = z.infer<typeof frameworkFacts>;
export type Competence = CompetenceFramework["competences"][number];
export type RoleTarget = CompetenceFramework["roleTargets"][number];

/** Reads competences.yaml. @throws FrameworkFileError in Bahasa, naming line and field */
export function parseCompetences(text: string): CompetenceFramework {
	return readFrameworkFile(frameworkFacts, text, "competences.yaml");
}

/** The competence of that code, e.g. "D3.1"; null when there is none. */
export function findCompetence(framework: CompetenceFramework, code: string): Competence | null {
	return framework.competences.find((competence) => competence.code === code) ?? null;
}

/** What is expected of a job class; null when the framework names none. */
export function roleOf(framework: CompetenceFramework, job: z.infer<typeof jobClass>): RoleTarget | null {
	return framework.roleTargets.find(({ jobClasses }) => jobClasses.includes(job)) ?? null;
}

/** The level, 1 to 4, that the role should reach in the competence; 0 when nothing is expected. */
export function targetLevel(role: RoleTarget, competence: Competence): number {
	return competence.certainRolesOnly ? 0 : (role.targets[competence.domain] ?? 0);
}

type Check = z.core.$RefinementCtx;
type Facts = Omit<CompetenceFramework, "sources">;

/** What one part of the file says of another must hold: codes are used once, and what is named exists. */
function refuseLooseEnds(facts: Facts, check: Check): void {
	const fault = (path: (string | number)[], message: string) =>
		check.addIssue({ code: "custom", path, message });
	const codes = new Set<string>();
	const domains = new Set(facts.domains.map(({ code }) => code));
	const pillars = new Set(facts.pillars.map(({ code }) => code));
	for (const [at, { code, domain, pillars: named }] of facts.competences.entries()) {
		if (codes.has(code)) fault(["competences", at, "code"], `kode ${code} dipakai lebih dari sekali`);
		codes.add(code);
		if (!domains.has(domain)) fault(["competences", at, "domain"], `ranah ${domain} tidak ada`);
		if (!code.startsWith(`${domain}.`))
			fault(["competences", at, "code"], `kode ${code} bukan dari ranah ${domain}`);
		const unknown = named.find((pillar) => !pillars.has(pillar));
		if (unknown !== undefined) fault(["competences", at, "pillars"], `pilar ${unknown} tidak ada`);
	}
	for (const [at, stratum] of facts.strata.entries()) {
		const unknown = stratum.domains.find((domain) => !domains.has(domain));
		if (unknown) fault(["strata", at, "domains"], `ranah ${unknown} tidak ada`);
	}
	for (const [at, role] of facts.roleTargets.entries()) {
		if (Object.keys(role.targets).sort().join() !== [...domains].sort().join())
			fault(["roleTargets", at, "targets"], "sasaran harus memuat setiap ranah tepat sekali");
	}
}
