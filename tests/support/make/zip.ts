import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
	name: string;
	content: string | Uint8Array;
	/** What the entry claims to hold, when it lies. */
	claims?: number;
	isLink?: boolean;
	isLocked?: boolean;
};

/** A ZIP made byte by byte, so that it can say what no honest program would write. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
	const bodies: Buffer[] = [];
	const heads: Buffer[] = [];
	let offset = 0;
	for (const part of parts) {
		const { local, central } = entry(part, offset);
		bodies.push(local);
		heads.push(central);
		offset += local.length;
	}
	const directory = Buffer.concat(heads);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return new Uint8Array(Buffer.concat([...bodies, directory, end]));
}

function entry({ name, content, claims, isLink, isLocked }: ZipPart, offset: number) {
	const [raw, label] = [Buffer.from(content), Buffer.from(name)];
	const packed = deflateRawSync(raw);
	// From the version that is needed to the length of the extra field: the same in both places.
	const shared = Buffer.alloc(26);
	shared.writeUInt16LE(20, 0);
	shared.writeUInt16LE(0x800 | (isLocked ? 1 : 0), 2);
	shared.writeUInt16LE(8, 4);
	shared.writeUInt32LE(crc32(raw), 10);
	shared.writeUInt32LE(packed.length, 14);
	shared.writeUInt32LE(claims ?? raw.length, 18);
	shared.writeUInt16LE(label.length, 22);
	const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, label, packed]);
	const rest = Buffer.alloc(14);
	rest.writeUInt32LE(isLink ? 0o120777 * 0x10000 : 0, 6);
	rest.writeUInt32LE(offset, 10);
	const madeBy = Buffer.from([20, 3]);
	return { local, central: Buffer.concat([Buffer.from("PK\u0001\u0002"), madeBy, shared, rest, label]) };
}
