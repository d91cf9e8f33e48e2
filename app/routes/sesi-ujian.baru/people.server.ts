import { withUnitsBelow } from "#app/agencies/subtree.ts";
import { unitsOf } from "#app/agencies/units.server.ts";
import { busyAt, type NewRoom } from "#app/assessment/examSession.server.ts";
import type { SessionWindow } from "#app/assessment/sessionWindow.ts";
import { identifierLines } from "#app/people/identifierLines.ts";
import { type Member, membersByIdentifier, membersOfUnits } from "#app/people/members.server.ts";
import { reading } from "#db/transaction.server.ts";
import { type Errors, MOST_PEOPLE, type RoomLine, shortened, type TypedSession, type Words } from "./form.ts";

type Session = SessionWindow & {
	agencyId: string;
	sessionId: string | null;
	supervisors: ReadonlySet<string>;
};

/** Finds the rooms' supervisors, who are people of the agency; `errors` names the lines without one. */
export async function withSupervisors(
	agencyId: string,
	rooms: readonly RoomLine[],
	t: Words,
	errors: Errors,
): Promise<NewRoom[]> {
	const numbers = rooms.flatMap(({ supervisor }) => supervisor ?? []);
	const found = await membersByIdentifier(agencyId, numbers);
	const lost = rooms.filter(({ supervisor }) => supervisor !== null && !found.has(supervisor));
	if (lost.length > 0)
		errors.rooms = shortened(
			lost.map(({ line }) => t.badSupervisor(String(line))),
			t,
		);
	return rooms.map(({ name, supervisor }) => ({
		name,
		supervisorId: supervisor === null ? null : (found.get(supervisor)?.personId ?? null),
	}));
}

/** Everybody whom the numbers and units name, once; `errors` says line by line who cannot take part and why. */
export async function participantsOf(
	{ numbers, units }: Pick<TypedSession, "numbers" | "units">,
	session: Session,
	t: Words,
	errors: Errors,
): Promise<Member[]> {
	const lines = identifierLines(numbers);
	if (lines.length === 0 && units.length === 0) errors.numbers = t.noPeople;
	if (lines.length > MOST_PEOPLE) errors.numbers = t.tooMany(String(MOST_PEOPLE));
	if (errors.numbers) return [];
	const known = await membersByIdentifier(session.agencyId, [
		...new Set(lines.flatMap(({ value }) => value ?? [])),
	]);
	const fromUnits = await membersOfUnits(
		session.agencyId,
		withUnitsBelow(await unitsOf(session.agencyId), units),
	);
	const members = [
		...new Map([...known.values(), ...fromUnits].map((member) => [member.personId, member])).values(),
	];
	if (members.length > MOST_PEOPLE) errors.numbers = t.tooMany(String(MOST_PEOPLE));
	const busy = await busyOf(members, session);
	const wrong = lines.flatMap(({ line, value }) => {
		const member = value === null ? undefined : known.get(value);
		if (value === null) return t["line.shape"](String(line));
		if (!member) return t["line.unknown"](String(line));
		if (session.supervisors.has(member.personId)) return t["line.supervises"](String(line));
		return busy.has(member.personId) ? t["line.busy"](String(line)) : [];
	});
	if (wrong.length > 0) errors.numbers = shortened(wrong, t);
	const unitBusy = fromUnits.filter(({ personId }) => busy.has(personId)).length;
	if (unitBusy > 0) errors.units = t.unitBusy(String(unitBusy));
	if (fromUnits.some(({ personId }) => session.supervisors.has(personId))) errors.units = t.unitSupervises;
	return members;
}

async function busyOf(members: readonly Member[], session: Session): Promise<Set<string>> {
	const busy = new Set<string>();
	for (let begin = 0; begin < members.length; begin += 500) {
		const some = members.slice(begin, begin + 500).map(({ personId }) => personId);
		for (const id of await reading((tx) => busyAt(tx, some, session, session.sessionId))) busy.add(id);
	}
	return busy;
}
