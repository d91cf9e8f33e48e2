import { describe, expect, it } from "vitest";
import { peopleMessages } from "#app/i18n/messages/people.ts";
import { checkPerson, typedPerson } from "#app/routes/orang.baru/form.ts";

const t = peopleMessages.id;
const good = {
	name: "Sari Utami",
	number: "19900101 201501 2 001",
	employment: "PNS",
	jobClass: "pelaksana",
	position: "Arsiparis",
};

function check(rest: Record<string, string> = {}) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...good, ...rest })) form.set(name, value);
	return checkPerson(typedPerson(form), ["u1"], "2026-11-24", t);
}

describe("a typed person", () => {
	it("is taken with a number in groups and a name in any script", () => {
		expect(check({ name: " Sari\u200b  Utami ", unit: "u1" })).toMatchObject({
			ok: true,
			name: "Sari Utami",
			identifiers: [{ kind: "NIP", value: "199001012015012001" }],
			post: { unitId: "u1", employment: "PNS" },
		});
		expect(check({ name: "I Gusti Ngurah ᬲᬭᬶ" })).toMatchObject({ ok: true });
		expect(check({ name: "Siti\u202enahru" })).toMatchObject({ ok: true, name: "Sitinahru" });
	});

	it.each([
		["name", { name: "\u200b\u202e" }, t.badName],
		["name", { name: "x".repeat(121) }, t.badName],
		["number", { number: "1,99001E+17" }, t["number.scientific"]],
		["number", { number: "199001012015012" }, t["number.length"]],
		["number", { number: "199013012015012001" }, t["number.birthDate"]],
		["number", { number: "199001012015132001" }, t["number.contract"]],
		["number", { number: "199001012015013001" }, t["number.sex"]],
		["number", { number: "199001012015012000" }, t["number.serial"]],
		["number", { number: "199001012020212001" }, t.mismatch],
		["number", { employment: "PPPK" }, t.mismatch],
		["number", { number: "" }, t.needNumber],
		["number", { number: "", employment: "NON_ASN" }, t.needNumber],
		["email", { email: "sari@" }, t.badEmail],
		["unit", { unit: "unit-instansi-lain" }, t.badUnit],
		["position", { position: "  " }, t.badPosition],
	])("is sent back with what is wrong at %s: %j", (field, rest, message) => {
		expect(check(rest)).toEqual({ ok: false, errors: { [field]: message } });
	});

	it("of no civil servant needs an e-mail only", () => {
		expect(check({ number: "", employment: "NON_ASN", email: "Sari@Contoh.go.id" })).toMatchObject({
			ok: true,
			identifiers: [{ kind: "EMAIL", value: "sari@contoh.go.id" }],
		});
	});
});
