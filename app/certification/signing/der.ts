/** DER (ITU-T X.690): only what certificates and CMS need, and only its one canonical form. */
export const TAG = {
	boolean: 0x01,
	integer: 0x02,
	bits: 0x03,
	octets: 0x04,
	utf8: 0x0c,
	sequence: 0x30,
	set: 0x31,
	time: 0x18,
} as const;

/** One value: tag, length, content. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
	const content = Buffer.concat(parts);
	return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...parts: Uint8Array[]): Buffer => der(TAG.sequence, ...parts);
/** A SET OF: its members in the order of their bytes. */
export const setOf = (...parts: Buffer[]): Buffer =>
	der(TAG.set, ...parts.toSorted((a, b) => Buffer.compare(a, b)));
export const octets = (bytes: Uint8Array): Buffer => der(TAG.octets, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => der(TAG.bits, Buffer.from([unused]), bytes);

/** A whole number that is not negative, by its bytes. */
export function integer(value: Uint8Array | number): Buffer {
	let bytes = typeof value === "number" ? Buffer.from([value]) : Buffer.from(value);
	while (bytes.length > 1 && bytes[0] === 0 && (bytes[1] ?? 0) < 0x80) bytes = bytes.subarray(1);
	return (bytes[0] ?? 0) < 0x80 ? der(TAG.integer, bytes) : der(TAG.integer, Buffer.from([0]), bytes);
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
	const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
	const bytes = [first * 40 + second];
	for (const arc of rest) bytes.push(...base128(arc));
	return der(0x06, Buffer.from(bytes));
}

export type Value = { tag: number; content: Buffer; whole: Buffer };

/** The values that stand one after another in the bytes. @throws RangeError when they are cut short */
export function valuesIn(bytes: Buffer): Value[] {
	const values: Value[] = [];
	for (let at = 0; at < bytes.length; ) {
		const value = valueAt(bytes, at);
		values.push(value);
		at += value.whole.length;
	}
	return values;
}

/** The first value of the bytes; what follows is left. @throws RangeError when it is cut short */
export function valueAt(bytes: Buffer, at = 0): Value {
	const first = bytes[at + 1] ?? 0;
	const more = first < 0x80 ? 0 : first & 0x7f;
	if (more > 4) throw new RangeError("too long a value");
	const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
	const start = at + 2 + more;
	if (start + length > bytes.length) throw new RangeError("cut short");
	return {
		tag: bytes[at] ?? 0,
		content: bytes.subarray(start, start + length),
		whole: bytes.subarray(at, start + length),
	};
}

function lengthOf(length: number): Buffer {
	if (length < 0x80) return Buffer.from([length]);
	const bytes: number[] = [];
	for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
	return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function base128(value: number): number[] {
	const bytes = [value % 128];
	for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
		bytes.unshift((rest % 128) | 0x80);
	return bytes;
}
