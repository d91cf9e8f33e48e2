import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { type DemoAccount, demoAccountsFile } from "../../app/access/demo.server.ts";
import { hashPassword, setPasswordHash } from "../../app/access/passwords.server.ts";
import { grantRole } from "../../app/access/roles.server.ts";
import { groupIdentifier } from "../../app/people/nip.ts";
import type { Role } from "../../db/schema/access.ts";
import { transaction } from "../../db/transaction.server.ts";
import { type PlannedAccount, plannedAccounts } from "./plan.ts";
import type { Inhabitant } from "./populate.ts";

const actor = { id: null, name: "Pengisian demo" };

/**
 * Opens accounts for some of the people, with random passwords, and writes them for the owner of DATA_DIR only.
 * @returns the ids of those who begin with no course, and of the learners who have begun
 */
export async function writeAccounts(
	inhabitants: Inhabitant[],
	now: number,
): Promise<{ idle: Set<string>; learning: Set<string> }> {
	const taken = new Set<string>();
	const idle = new Set<string>();
	const learning = new Set<string>();
	const accounts: DemoAccount[] = [];
	for (const planned of plannedAccounts) {
		const person = inhabitants.find(
			({ agencyCode, personId }) => agencyCode === planned.agency && !taken.has(personId),
		);
		if (!person) throw new Error(`Instansi demo ${planned.agency} kekurangan orang.`);
		taken.add(person.personId);
		(planned.fresh || planned.role !== "learner" ? idle : learning).add(person.personId);
		accounts.push(await openAccount(person, planned, now));
	}
	const file = demoAccountsFile();
	rmSync(file, { force: true });
	writeFileSync(file, `${JSON.stringify(accounts, null, "\t")}\n`, { mode: 0o600 });
	return { idle, learning };
}

async function openAccount(person: Inhabitant, planned: PlannedAccount, now: number): Promise<DemoAccount> {
	const { personId, name, agencyId, agencyName, number, unitId } = person;
	const password = randomBytes(12).toString("base64url");
	const passwordHash = await hashPassword(password);
	await transaction(function* (tx) {
		yield* setPasswordHash(tx, personId, passwordHash, now);
		if (planned.role === "learner") return;
		const role = planned.role as Role;
		const scope = {
			agencyId: planned.national ? null : agencyId,
			unitId: role === "unit-head" ? unitId : null,
		};
		yield* grantRole(tx, { personId, role, ...scope, actor, now });
	});
	return { role: planned.role, identifier: groupIdentifier(number), password, agency: agencyName, name };
}
