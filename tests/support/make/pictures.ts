import { crc32, deflateSync } from "node:zlib";

/** A PNG of one colour, with or without transparency. */
export function somePng(width: number, height: number, hasAlpha = false): Buffer {
	const pixel = hasAlpha ? [11, 95, 125, 128] : [11, 95, 125];
	const line = Buffer.from([0, ...Array.from({ length: width }, () => pixel).flat()]);
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, hasAlpha ? 6 : 2, 0, 0, 0], 8);
	const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const ends = Buffer.alloc(8);
	ends.writeUInt32BE(data.length, 0);
	ends.writeUInt32BE(crc32(typed), 4);
	return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}

/** The head of a JPEG of that size: its marks up to the frame, and nothing that could be drawn. */
export function jpegHead(width: number, height: number): Buffer {
	const frame = Buffer.alloc(11);
	frame.writeUInt16BE(9, 0);
	frame[2] = 8;
	frame.writeUInt16BE(height, 3);
	frame.writeUInt16BE(width, 5);
	const comment = Buffer.from([0xff, 0xfe, 0x00, 0x06, 0x75, 0x6a, 0x69, 0x21]);
	return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, Buffer.from([0xff, 0xc0]), frame]);
}
