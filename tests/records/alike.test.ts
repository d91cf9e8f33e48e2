import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areAlike, mayBeOne, numberKeyOf } from "#app/records/elsewhere/alike.ts";
import { evidenceKind } from "#app/records/elsewhere/evidenceFile.ts";
import { pieceSchema } from "#app/routes/jp.ajukan/form.ts";

describe("what may be one piece of learning", () => {
	it("is the same both ways, and like itself", () => {
		const title = fc.string({ maxLength: 60 });
		fc.assert(
			fc.property(title, title, (one, other) => {
				expect(areAlike(one, other)).toBe(areAlike(other, one));
			}),
		);
		expect(areAlike("Keamanan Siber untuk ASN", "keamanan siber ASN")).toBe(true);
		expect(areAlike("Keamanan Siber", "Penulisan Surat Dinas")).toBe(false);
		expect(areAlike("", "")).toBe(false);
	});

	it("needs a day in common", () => {
		const one = { title: "Keamanan Siber", startedOn: "2026-01-01", finishedOn: "2026-01-03" };
		expect(mayBeOne(one, { ...one, startedOn: "2026-01-03", finishedOn: "2026-01-09" })).toBe(true);
		expect(mayBeOne(one, { ...one, startedOn: "2026-01-04", finishedOn: "2026-01-09" })).toBe(false);
	});

	it("a number is one however it is typed", () => {
		expect(numberKeyOf(" 800/123-BKD. 2026 ")).toBe(numberKeyOf("800 123 bkd2026"));
		expect(numberKeyOf("- / .")).toBe("");
	});
});

describe("what is handed in", () => {
	const good = {
		...{ title: "Analisis data", issuer: "Balai Diklat", number: "", jp: "12", form: "3" },
		...{ startedOn: "2026-03-02", finishedOn: "2026-03-06" },
	};
	const schema = pieceSchema("2026-11-25");

	it("is taken as typed, with spaces put right", () => {
		expect(schema.parse({ ...good, title: "  Analisis   data " })).toMatchObject({
			title: "Analisis data",
			jp: 12,
		});
	});

	it.each([
		[{ title: "ab" }, "title"],
		[{ issuer: "" }, "issuer"],
		[{ startedOn: "1999-12-31" }, "startedOn"],
		[{ finishedOn: "2026-11-26" }, "finishedOn"],
		[{ finishedOn: "2026-03-01" }, "finishedOn"],
		[{ jp: "0" }, "jp"],
		[{ jp: "401" }, "jp"],
		[{ jp: "dua" }, "jp"],
		[{ form: "26" }, "form"],
	])("%j is refused at %s", (wrong, field) => {
		const { error } = schema.safeParse({ ...good, ...wrong });
		expect(error?.issues.map(({ path }) => path[0])).toContain(field);
	});

	it("is a PDF or a picture by its bytes, whatever it is called", () => {
		expect(evidenceKind(Buffer.from("%PDF-1.7"))?.type).toBe("application/pdf");
		expect(evidenceKind(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))?.type).toBe("image/jpeg");
		for (const other of ["<html>", "MZ", "", "<svg xmlns='x'/>"])
			expect(evidenceKind(Buffer.from(other))).toBeNull();
	});
});
