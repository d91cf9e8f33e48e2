import fc from "fast-check";
import { expect, it } from "vitest";
import { environment } from "#app/http/env.server.ts";
import { deliveryOf } from "#app/jobs/mail/delivery.ts";
import { maskAddress, pauseAfter } from "#app/jobs/mail/pauses.ts";

it("pauses grow, from a minute to six hours", () => {
	expect([1, 2, 3].map(pauseAfter)).toEqual([60_000, 120_000, 240_000]);
	fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), (n) => pauseAfter(n + 1) >= pauseAfter(n)));
	expect(pauseAfter(1e6)).toBe(6 * 3_600_000);
});

it("masks all of an address but its first letter and its host, and once masked it stays so", () => {
	expect(maskAddress("sari@contoh.go.id")).toBe("s…@contoh.go.id");
	fc.assert(fc.property(fc.emailAddress(), (to) => maskAddress(maskAddress(to)) === maskAddress(to)));
});

it("only an answer of the server, or what was never handed over, is known", () => {
	const of = (error: object) => deliveryOf({ message: "x", ...error }).kind;
	expect(of({ responseCode: 550, command: "RCPT TO" })).toBe("refused");
	expect(of({ responseCode: 451, command: "DATA" })).toBe("later");
	expect(of({ responseCode: 550, command: "MAIL FROM" })).toBe("later");
	expect(of({ responseCode: 503, command: "DATA" })).toBe("later");
	expect(of({ code: "EENVELOPE" })).toBe("refused");
	expect(of({ code: "ECONNECTION", command: "API" })).toBe("later");
	expect(of({ code: "ETIMEDOUT", command: "CONN" })).toBe("unknown");
});

it("takes a mail server from the environment, and a sender from it or from the public address", () => {
	const of = (variables: object) => environment({ ...variables }).mail;
	expect(of({})).toBeNull();
	expect(of({ SMTP_URL: "smtp://h:25", PUBLIC_URL: "https://cakap.go.id" })?.from).toBe(
		"Cakap <cakap@cakap.go.id>",
	);
	expect(of({ SMTP_URL: "smtps://u:p@h", MAIL_FROM: "a@b.id" })).toEqual({
		url: "smtps://u:p@h",
		from: "a@b.id",
	});
	expect(() => of({ SMTP_URL: "http://h" })).toThrow("SMTP_URL");
	expect(() => of({ SMTP_URL: "smtp://h", MAIL_FROM: "a@b.id\nBcc: x@y" })).toThrow("MAIL_FROM");
});
