/** The largest file that may be handed in. */
export const MOST_EVIDENCE = 10 * 1024 * 1024;

const kinds = [
	{ type: "application/pdf", extension: "pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
	{ type: "image/png", extension: "png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
	{ type: "image/jpeg", extension: "jpg", begins: [0xff, 0xd8, 0xff] },
] as const;

/** PDF, PNG or JPEG by the first bytes, whatever the file is called; null for anything else. */
export const evidenceKind = (bytes: Uint8Array) =>
	kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte)) ?? null;

/** The ending of a stored file's name by its type. */
export const extensionOf = (type: string): string =>
	kinds.find((kind) => kind.type === type)?.extension ?? "bin";
