import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embeds } from "#app/certification/design/embeds.server.ts";
import { MOST_LOGO_BYTES, readLogo } from "#app/certification/design/logo.ts";
import { jpegHead, somePng } from "#tests/support/make/pictures.ts";

describe("a logo", () => {
	it("is told by its own bytes, and neither too large nor too small", () => {
		expect(readLogo(somePng(120, 60))).toEqual({ type: "image/png" });
		expect(readLogo(jpegHead(120, 60))).toEqual({ type: "image/jpeg" });
		expect(readLogo(somePng(401, 60))).toEqual({ fault: "size" });
		expect(readLogo(jpegHead(60, 15))).toEqual({ fault: "size" });
		expect(readLogo(Buffer.alloc(MOST_LOGO_BYTES + 1))).toEqual({ fault: "bytes" });
		expect(readLogo(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toEqual({ fault: "kind" });
		expect(readLogo(Buffer.alloc(0))).toEqual({ fault: "kind" });
	});

	it("never breaks the reader, whatever the bytes", () => {
		const begun = fc.constantFrom(somePng(20, 20), jpegHead(20, 20), Buffer.from([0xff, 0xd8, 0xff]));
		fc.assert(
			fc.property(begun, fc.uint8Array({ maxLength: 60 }), fc.nat(40), (head, rest, cut) => {
				const read = readLogo(Buffer.concat([head.subarray(0, cut), rest]));
				expect("type" in read || "fault" in read).toBe(true);
			}),
		);
	});

	it("with a right head and nothing behind it cannot be put into a document", async () => {
		expect(await embeds(somePng(40, 40))).toBe(true);
		expect(await embeds(somePng(40, 40, true))).toBe(true);
		expect(await embeds(somePng(40, 40).subarray(0, 60))).toBe(false);
	});
});
