import { randomBytes } from "node:crypto";
import { hashPassword, setPasswordHash } from "../../app/access/passwords.server.ts";
import { grantRole } from "../../app/access/roles.server.ts";
import { asIdentifier } from "../../app/people/asIdentifier.ts";
import { createPerson } from "../../app/people/createPerson.server.ts";
import { cleanName } from "../../app/people/names.ts";
import { migrate } from "../../db/migrate.server.ts";
import { transaction } from "../../db/transaction.server.ts";
import { type Command, options, report, Usage } from "./usage.ts";

export const createAdminCommand: Command = {
	name: "create-admin",
	summary: "Membuat akun admin sistem",
	usage: "bin/cakap create-admin --name <nama> --email <alamat> [--json]",
	help: "Membuat akun dengan peran Admin Sistem dan kata sandi acak, yang ditampilkan sekali. Ganti setelah masuk.",
	async run(args) {
		const { name, email, json } = options(args, {
			name: { type: "string" },
			email: { type: "string" },
			json: { type: "boolean" },
		});
		const clean = cleanName(name ?? "");
		if (!clean || !email || !/^[^@\s]+@[^@\s]+$/.test(email)) throw new Usage(`Cara pakai: ${this.usage}`);
		await migrate();
		const password = randomBytes(15).toString("base64url");
		const passwordHash = await hashPassword(password);
		const identifier = asIdentifier(email);
		const now = Date.now();
		const made = await transaction(function* (tx) {
			const person = yield* createPerson(tx, {
				name: clean,
				identifiers: [{ kind: "EMAIL", value: identifier }],
				post: null,
				now,
			});
			if (!person) return null;
			const { personId } = person;
			yield* setPasswordHash(tx, personId, passwordHash, now);
			const actor = { id: null, name: "bin/cakap create-admin" };
			yield* grantRole(tx, { personId, role: "system-admin", agencyId: null, actor, now });
			return personId;
		});
		if (!made) {
			process.stderr.write(`Alamat ${identifier} sudah dipakai; tidak ada yang diubah.\n`);
			return 1;
		}
		report(
			json,
			{ personId: made, identifier, password },
			`Akun ${identifier} dibuat.\nKata sandi: ${password}`,
		);
		return 0;
	},
};
