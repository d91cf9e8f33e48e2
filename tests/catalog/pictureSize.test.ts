import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureSize } from "#app/catalog/pictureSize.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"));

describe("the size of a picture", () => {
	it("is read from the head of each kind", () => {
		const jpeg = "ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 0064 00c8 03012200021101031101";
		const lossy = "52494646 00000000 57454250 56503820 00000000 000000 9d012a c800 6400 00000000";
		const lossless = "52494646 00000000 57454250 5650384c 00000000 2f c7c01800 00";
		const extended = "52494646 00000000 57454250 56503858 0a000000 00000000 c70000 630000";
		for (const one of [jpeg, lossy, lossless, extended])
			expect(pictureSize(hex(one))).toEqual({ width: 200, height: 100 });
		expect(pictureSize(readFileSync("tests/fixtures/items-exchange/titik.png"))).toEqual({
			width: 1,
			height: 1,
		});
		const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"/>';
		expect(pictureSize(new TextEncoder().encode(svg))).toEqual({ width: 200, height: 100 });
	});

	it("is none for what is no picture, or only the beginning of one", () => {
		for (const text of ["", "ffd8", "ffd8 ffe0 0010", "89504e47", "474946383961"])
			expect(pictureSize(hex(text))).toBeNull();
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 60 }),
				fc.constantFrom("ffd8ff", "89504e47", ""),
				(bytes, head) => {
					const size = pictureSize(new Uint8Array([...hex(head), ...bytes]));
					if (size) expect(size.width > 0 && size.height > 0).toBe(true);
				},
			),
		);
	});
});
