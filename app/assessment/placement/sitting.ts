import type { Random } from "../draw.ts";
import { Ability, type Estimate } from "./ability.ts";
import { chooseItem, type Exposure, type Needs } from "./choose.ts";
import type { PoolItem } from "./model.ts";
import type { PlacementPolicy } from "./policy.ts";
import { quadratureFor } from "./quadrature.ts";

/** One drawn item that was answered. */
export type Answered = { item: PoolItem; isRight: boolean };
export type StopReason = "precise" | "longest" | "no-item";
export type Next = { kind: "item"; item: PoolItem } | { kind: "stop"; reason: StopReason };

export type DomainEstimate = Estimate & { domain: string; items: number };
export type Placement = { general: Estimate; domains: DomainEstimate[] };

type Setting = {
	policy: PlacementPolicy;
	/** The domains in order. */
	domains: readonly string[];
	pool: readonly PoolItem[];
	met: ReadonlySet<string>;
	needs: Needs;
	exposure: Exposure;
	random: Random;
};

/** One sitting of placement: it takes answers, says which item comes next or why none does, and what is known. */
export class Sitting {
	readonly #setting: Setting;
	readonly #ability: Ability;
	readonly #answered: Answered[] = [];

	/** @param log the answers so far, in order: a sitting that was left goes on from them */
	constructor(setting: Setting, log: readonly Answered[] = []) {
		this.#setting = setting;
		this.#ability = new Ability(quadratureFor(setting.domains.length, setting.policy.domainCorrelation));
		for (const one of log) this.answer(one);
	}

	get answered(): readonly Answered[] {
		return this.#answered;
	}

	answer(one: Answered): void {
		this.#answered.push(one);
		this.#ability.add(this.#setting.domains.indexOf(one.item.domain), one.item, one.isRight);
	}

	next(): Next {
		const { policy } = this.#setting;
		if (this.#answered.length >= policy.maxItems) return { kind: "stop", reason: "longest" };
		if (this.#isPrecise()) return { kind: "stop", reason: "precise" };
		const drawn = this.#answered.map(({ item }) => item);
		const item = chooseItem({ ...this.#setting, drawn, ability: this.#ability.expected() });
		return item ? { kind: "item", item } : { kind: "stop", reason: "no-item" };
	}

	placement(): Placement {
		const domains = this.#setting.domains.map((domain, index) => ({
			domain,
			items: this.#answered.filter(({ item }) => item.domain === domain).length,
			...this.#ability.domain(index),
		}));
		return { general: this.#ability.general(), domains };
	}

	#isPrecise(): boolean {
		const { policy, domains } = this.#setting;
		const isEnough = (domain: string) =>
			this.#answered.filter(({ item }) => item.domain === domain).length >= policy.minItemsPerDomain;
		return (
			this.#answered.length >= policy.minItems &&
			this.#ability.general().standardError <= policy.targetStandardError &&
			domains.every(
				(domain) => isEnough(domain) || !this.#setting.pool.some((item) => item.domain === domain),
			)
		);
	}
}
