/** Whole pixels. */
export type PictureSize = { width: number; height: number };

/** How wide and high a PNG, JPEG, WebP or SVG is by its head; null where it does not say. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const read = readers.find(({ begins }) => begins.test(headOf(bytes)));
		const size = read?.size(view) ?? null;
		return size && size.width > 0 && size.height > 0 ? size : null;
	} catch (error) {
		// A file that ends before it has said so.
		if (error instanceof RangeError) return null;
		throw error;
	}
}

const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1000));

type Reader = { begins: RegExp; size(view: DataView): PictureSize | null };
const readers: Reader[] = [
	{
		begins: /^\u0089PNG/,
		size: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
	},
	{ begins: /^\u00ff\u00d8\u00ff/, size: jpegSize },
	{ begins: /^RIFF[\s\S]{4}WEBP/, size: webpSize },
	{ begins: /^\s*</, size: svgSize },
];

/** The first frame header, found by going from one marker to the next. */
function jpegSize(view: DataView): PictureSize | null {
	for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
		const marker = view.getUint8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
	}
	return null;
}

/** Lossy, lossless and extended files each keep it elsewhere. */
function webpSize(view: DataView): PictureSize | null {
	const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
	const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
	if (kind === "VP8X") return { width: three(24) + 1, height: three(27) + 1 };
	if (kind === "VP8 ")
		return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
	if (kind !== "VP8L") return null;
	const bits = view.getUint32(21, true);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function svgSize(view: DataView): PictureSize | null {
	const head = headOf(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
	const box = /\bviewBox\s*=\s*["'][\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(head);
	return box ? { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) } : null;
}
