import type { Employment } from "#db/schema/people.ts";
import { policyFor } from "../../catalog/policyFor.ts";
import { type JpPolicy, type JpRule, type JpStanding, ruleFor, standingAgainst } from "../jpPolicy.ts";
import { anniversary, dayBefore, within, yearSince } from "./days.ts";
import type { Item } from "./items.ts";
import { heldOn, type Service } from "./service.ts";

/** A stretch of time with one rule, and how the hours of its days stand against it. Days are ISO and both within it. */
export type JpPeriod = JpStanding & {
	key: string;
	from: string;
	to: string;
	employments: Employment[];
	/** Whole hours of the period's days: counted + excess. */
	earned: number;
	/** The contract's begin is unknown, so calendar years stand for years of the contract. */
	isApproximate: boolean;
	/** Of 12: the months for which a floor is owed; null for a cap. */
	months: number | null;
	rules: JpRule[];
};

/** How one item counts: whole hours that count; `why` when some do not. */
export type CountedItem = Item & { counted: number; why: "excess" | "no-rule" | "taken-back" | null };

export type JpYear = {
	year: number;
	/** Whole hours of the calendar year, whatever rule holds. */
	earned: number;
	periods: JpPeriod[];
	items: CountedItem[];
};

type Asked = {
	year: number;
	items: readonly Item[];
	service: readonly Service[];
	policies: readonly JpPolicy[];
};

/**
 * A calendar year of a person: the floor that was owed (PNS, CPNS: PP 11/2017 art. 203(4)) and each year of a contract that
 * touches it with its cap (PPPK: PP 49/2018), by the dated policy. Every hour counts by the status held on its day.
 */
export function jpYear({ year, items, service, policies }: Asked): JpYear {
	const places = placesOf({ items, service, policies });
	const caps = capsOf(year, service, policies).map((frame) => periodOf(frame, places));
	const floor = floorOf(year, service, policies);
	const periods = [...(floor ? [periodOf(floor, places)] : []), ...caps].sort((a, b) =>
		a.from < b.from ? -1 : 1,
	);
	const shown = items.filter(({ day }) => Number(day.slice(0, 4)) === year);
	const counts = countsOf(items, places);
	return {
		year,
		earned: shown.reduce((sum, { jp }) => sum + jp, 0),
		periods,
		items: shown.map((item) => counted(item, counts.get(item.about), places.get(item.about) ?? null)),
	};
}

/** The period that a day lies in; null: no rule holds on it. */
export const periodAt = ({ periods }: JpYear, day: string): JpPeriod | null =>
	periods.find(({ from, to }) => from <= day && day <= to) ?? null;

type Frame = Pick<JpPeriod, "key" | "from" | "to" | "employments" | "isApproximate" | "months" | "rules"> &
	Pick<JpStanding, "direction" | "target">;

function periodOf(frame: Frame, places: ReadonlyMap<string, Place | null>): JpPeriod {
	const own = [...places.values()].flatMap((place) => (place?.key === frame.key ? [place.jp] : []));
	const standing = standingAgainst(
		frame.direction,
		frame.target,
		own.reduce((sum, jp) => sum + jp, 0),
	);
	return { ...frame, ...standing, earned: standing.counted + standing.excess };
}

type Place = { key: string; jp: number; rule: JpRule };

/** The period of each item, by what it is about; null where no rule holds on its day. */
function placesOf({ items, service, policies }: Omit<Asked, "year">): Map<string, Place | null> {
	return new Map(
		items.map(({ about, day, jp }) => {
			const held = heldOn(service, day);
			const rule = held && ruleFor(policyFor(policies, day), held.employment);
			return [about, rule ? { key: keyAt(held, rule, day), jp, rule } : null];
		}),
	);
}

const keyAt = (held: Service, rule: JpRule, day: string): string =>
	rule.direction === "floor" ? `floor:${day.slice(0, 4)}` : capKey(held, rule, day);

const capKey = (held: Service, rule: JpRule, day: string): string =>
	`cap:${held.employment}:${yearSince(startOf(held, rule), day).from}`;

const startOf = ({ appointedOn }: Service, { period }: JpRule): string =>
	period === "contract-year" && appointedOn !== null ? appointedOn : "2000-01-01";

const january = (year: number) => `${year}-01-01`;

function floorOf(year: number, service: readonly Service[], policies: readonly JpPolicy[]): Frame | null {
	const days = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}-01`);
	const owed = days.flatMap((day) => {
		const policy = policyFor(policies, day);
		const held = heldOn(service, day);
		const rule = held && ruleFor(policy, held.employment);
		if (rule?.direction !== "floor") return [];
		return held?.isAway && policy?.leave.way === "months-off" ? [] : [rule];
	});
	const parts = service.flatMap((held) => {
		const part = within(held, january(year), january(year + 1));
		const rule = part && ruleFor(policyFor(policies, part.from), held.employment);
		return part && rule?.direction === "floor" ? [{ ...part, employment: held.employment, rule }] : [];
	});
	const [first, last] = [parts[0], parts.at(-1)];
	if (!first || !last) return null;
	return {
		key: `floor:${year}`,
		direction: "floor",
		target: Math.ceil(owed.reduce((sum, { jp }) => sum + jp, 0) / 12),
		months: owed.length,
		from: first.from,
		to: dayBefore(last.to),
		employments: [...new Set(parts.map(({ employment }) => employment))],
		rules: [...new Set(parts.map(({ rule }) => rule))],
		isApproximate: false,
	};
}

/** The years of contracts that touch a calendar year, each cut to the time in which the status was held. */
function capsOf(year: number, service: readonly Service[], policies: readonly JpPolicy[]): Frame[] {
	const found = new Map<string, Frame>();
	for (const held of service) {
		for (const day of [january(year), anniversaryIn(held, year)]) {
			const rule = ruleFor(policyFor(policies, day), held.employment);
			if (rule?.direction !== "cap") continue;
			const span = yearSince(startOf(held, rule), day);
			const part = within(held, span.from, span.to);
			if (!part || !within(part, january(year), january(year + 1))) continue;
			const key = capKey(held, rule, day);
			const before = found.get(key);
			const from = before && before.from < part.from ? before.from : part.from;
			const to = before && before.to > dayBefore(part.to) ? before.to : dayBefore(part.to);
			const isApproximate = rule.period === "contract-year" && held.appointedOn === null;
			const frame = { key, from, to, isApproximate, months: null, target: rule.jp, rules: [rule] };
			found.set(key, { ...frame, direction: "cap", employments: [held.employment] });
		}
	}
	return [...found.values()];
}

const anniversaryIn = ({ appointedOn }: Service, year: number): string =>
	anniversary(appointedOn ?? january(year), year);

/** How many hours of each item count: under a cap the earlier ones first. */
function countsOf(items: readonly Item[], places: ReadonlyMap<string, Place | null>): Map<string, number> {
	const used = new Map<string, number>();
	const counts = new Map<string, number>();
	for (const { about, jp } of items) {
		const place = places.get(about);
		if (!place) continue;
		const before = used.get(place.key) ?? 0;
		const room = place.rule.direction === "cap" ? Math.max(0, place.rule.jp - before) : jp;
		counts.set(about, Math.max(0, Math.min(jp, room)));
		used.set(place.key, before + Math.max(0, jp));
	}
	return counts;
}

function counted(item: Item, jp: number | undefined, place: Place | null): CountedItem {
	if (item.jp <= 0) return { ...item, counted: 0, why: "taken-back" };
	if (!place) return { ...item, counted: 0, why: "no-rule" };
	const counts = jp ?? 0;
	return { ...item, counted: counts, why: counts < item.jp ? "excess" : null };
}
