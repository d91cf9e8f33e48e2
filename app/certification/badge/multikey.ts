const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** Multicodec's mark of an Ed25519 public key. */
const ED25519 = [0xed, 0x01];
const RAW_LENGTH = 32;

/** Bytes in Bitcoin's base 58 with Multibase's mark of it, "z". */
export function base58(bytes: Uint8Array): string {
	const zeros = bytes.findIndex((byte) => byte !== 0);
	const leading = zeros === -1 ? bytes.length : zeros;
	let value = BigInt(`0x0${Buffer.from(bytes).toString("hex")}`);
	let digits = "";
	for (; value > 0n; value /= 58n) digits = ALPHABET.charAt(Number(value % 58n)) + digits;
	return `z${ALPHABET.charAt(0).repeat(leading)}${digits}`;
}

/** A public Ed25519 key (SubjectPublicKeyInfo, DER, base64) as a Multikey: "z6Mk…". */
export function multikeyOf(publicKey: string): string {
	const raw = Buffer.from(publicKey, "base64").subarray(-RAW_LENGTH);
	return base58(Uint8Array.from([...ED25519, ...raw]));
}
