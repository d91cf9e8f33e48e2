import { describe, expect, it } from "vitest";
import { forwardedAddress } from "#app/http/address.server.ts";
import { acceptedOrigins, environment } from "#app/http/env.server.ts";
import { safePath } from "#app/http/responses.server.ts";
import { isOwnOrigin } from "#app/http/security.server.ts";

describe("the environment", () => {
	it("runs the demo at home only, unless it is told otherwise", () => {
		expect(environment({}).demo).toBe(true);
		expect(environment({ HOST: "0.0.0.0" }).demo).toBe(false);
		expect(environment({ PUBLIC_URL: "https://cakap.go.id" }).demo).toBe(false);
		expect(environment({ DEMO: "off" }).demo).toBe(false);
		expect(() => environment({ DEMO: "on", HOST: "0.0.0.0" })).toThrow(/Demo hanya boleh/);
	});

	it("says which variable is wrong", () => {
		expect(() => environment({ PORT: "abc" })).toThrow(/PORT/);
		expect(() => environment({ PUBLIC_URL: "javascript:1" })).toThrow(/PUBLIC_URL/);
	});

	it("accepts both names of this machine without PUBLIC_URL, and only it with one", () => {
		expect(acceptedOrigins(environment({ PORT: "3001" }))).toEqual([
			"http://127.0.0.1:3001",
			"http://localhost:3001",
		]);
		expect(acceptedOrigins(environment({ PUBLIC_URL: "https://cakap.go.id/" }))).toEqual([
			"https://cakap.go.id",
		]);
	});
});

describe("the origin of a changing request", () => {
	const own = ["https://cakap.go.id"];
	it.each([
		[{ origin: "https://cakap.go.id" }, true],
		[{ origin: "https://evil.example" }, false],
		[{ origin: "null" }, false],
		[{ origin: "http://cakap.go.id" }, false],
		[{ "sec-fetch-site": "cross-site" }, false],
		[{ "sec-fetch-site": "same-origin" }, true],
		[{}, true],
	])("%j: %s", (headers, expected) => {
		expect(isOwnOrigin(headers, own)).toBe(expected);
	});
});

describe("the client's address", () => {
	it("believes forwarded headers from trusted proxies only, and only past them", () => {
		expect(forwardedAddress("9.9.9.9", "1.1.1.1", [])).toBe("9.9.9.9");
		expect(forwardedAddress("::ffff:10.0.0.1", "6.6.6.6, 1.1.1.1", ["10.0.0.1"])).toBe("1.1.1.1");
		expect(forwardedAddress("10.0.0.1", "1.1.1.1, 10.0.0.2", ["10.0.0.1", "10.0.0.2"])).toBe("1.1.1.1");
		expect(forwardedAddress("10.0.0.1", undefined, ["10.0.0.1"])).toBe("10.0.0.1");
	});
});

describe("where to go after signing in", () => {
	it.each([
		["/pelatihan?q=a#b", "/pelatihan?q=a#b"],
		["//evil.example", "/"],
		["/\\evil.example", "/"],
		["https://evil.example", "/"],
		["/a\nb", "/"],
		["", "/"],
		[null, "/"],
		["/a/..//evil.example", "/"],
	])("%j leads to %s", (to, expected) => {
		expect(safePath(to)).toBe(expected);
	});
});
