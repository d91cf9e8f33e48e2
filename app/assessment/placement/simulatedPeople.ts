import type { Random } from "../draw.ts";
import type { PoolItem } from "./model.ts";

/** A person whose abilities are known: the general one N(0, 1), and each domain's N(0, 1), correlated. */
export type SimulatedPerson = { general: number; domains: number[] };

/** A standard normal number (Box & Muller 1958). */
export function normalFrom(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Abilities in domains that correlate pairwise; the general one is their mean, scaled to variance 1. */
export function simulatedPerson(count: number, correlation: number, random: Random): SimulatedPerson {
	const factor = normalFrom(random);
	const domains = Array.from(
		{ length: count },
		() => Math.sqrt(correlation) * factor + Math.sqrt(1 - correlation) * normalFrom(random),
	);
	const mean = domains.reduce((sum, ability) => sum + ability, 0) / count;
	return { general: mean / Math.sqrt(correlation + (1 - correlation) / count), domains };
}

/** Competences in each simulated domain, as the framework has them. */
const COMPETENCES = [5, 4, 6, 5, 3];
export const SIMULATED_DOMAINS = COMPETENCES.map((_, index) => `D${index + 1}`);

/** Items with discriminations even over 0.8..2.0 and difficulties N(0, 1.2), spread over the 23 competences. */
export function simulatedPool(size: number, random: Random): PoolItem[] {
	const codes = COMPETENCES.flatMap((count, domain) =>
		Array.from({ length: count }, (_, index) => `D${domain + 1}.${index + 1}`),
	);
	return Array.from({ length: size }, (_, index) => {
		const domain = SIMULATED_DOMAINS[index % SIMULATED_DOMAINS.length] as string;
		const own = codes.filter((code) => code.startsWith(`${domain}.`));
		return {
			id: `s${index}`,
			domain,
			competence: own[Math.floor(index / SIMULATED_DOMAINS.length) % own.length] as string,
			level: 1,
			prototype: null,
			difficulty: 1.2 * normalFrom(random),
			discrimination: 0.8 + 1.2 * random(),
		};
	});
}
