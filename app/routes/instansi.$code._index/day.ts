import { z } from "zod";

const iso = z.iso.date();

/** The ISO day that the address asks for; today when it asks for none, or for what is no day (`isBad`). */
export function readDay(given: string | null, today: string): { day: string; isBad: boolean } {
	if (!given) return { day: today, isBad: false };
	const read = iso.safeParse(given);
	return read.success ? { day: read.data, isBad: false } : { day: today, isBad: true };
}
