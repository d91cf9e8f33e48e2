import { type PersonActKind, personActKinds } from "#db/schema/personActs.ts";
import { isAway } from "../../people/away.ts";

type Standing = {
	isPresent: boolean;
	diedAt: number | null;
	legalStatus: string | null;
	homeAgencyId: string | null;
};

/** What can be done with a person as they stand: who has left the service can only come back. */
export function kindsFor({ isPresent, diedAt, legalStatus, homeAgencyId }: Standing): PersonActKind[] {
	if (diedAt !== null) return [];
	if (!isPresent) return legalStatus === null ? [] : ["return"];
	const isAbsent = isAway(legalStatus ?? "") || homeAgencyId !== null;
	return personActKinds.filter((kind) => kind !== "return" || isAbsent);
}
