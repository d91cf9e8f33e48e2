import type { CertificateCursor, CertificateFilter } from "#app/certification/acts/select.server.ts";
import { addDays, endOfDay, isDay } from "#app/learning/assignments/days.ts";

const states = ["", "valid", "revoked", "replaced"] as const;
type State = (typeof states)[number];
export type Given = { cari: string; pelatihan: string; sejak: string; sampai: string; keadaan: State };

/** The filter as the address writes it; what is no state is none. */
export function givenFilter(params: URLSearchParams): Given {
	const text = (name: string) => (params.get(name) ?? "").trim().slice(0, 120);
	const asked = text("keadaan");
	return {
		cari: text("cari"),
		pelatihan: text("pelatihan"),
		sejak: text("sejak"),
		sampai: text("sampai"),
		keadaan: states.find((one) => one === asked) ?? "",
	};
}

/** Whether every day that is given is one. */
export const areDays = ({ sejak, sampai }: Given): boolean =>
	[sejak, sampai].every((day) => day === "" || isDay(day));

/** What it means, with days by the issuer's clock; a day that is none does not filter. */
export function filterOf(given: Given, issuerId: string, timeZone: string): CertificateFilter {
	const after = (day: string) => endOfDay(day, timeZone) + 1;
	return {
		issuerId,
		search: given.cari,
		courseId: given.pelatihan,
		from: isDay(given.sejak) ? after(addDays(given.sejak, -1)) : null,
		before: isDay(given.sampai) ? after(given.sampai) : null,
		state: given.keadaan,
	};
}

/** The address's query of a filter, after a row of it. */
export function queryOf(given: Given, after?: CertificateCursor): string {
	const entries = Object.entries(given).filter(([, value]) => value !== "");
	if (after) entries.push(["setelah", `${after.issuedAt}_${after.id}`]);
	return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}

export function cursorOf(params: URLSearchParams): CertificateCursor | null {
	const [at, id] = (params.get("setelah") ?? "").split("_");
	return at && id && /^\d{1,15}$/.test(at) ? { issuedAt: Number(at), id } : null;
}
