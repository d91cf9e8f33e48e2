import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { answerSchema } from "./answer.ts";

const whole = z.number().int();
const head = z.strictObject({
	kind: z.literal("cakap-receipt"),
	version: z.literal(1),
	attempt: z.string(),
	enrolment: z.string(),
	person: z.string(),
	agency: z.string(),
	courseVersion: z.string(),
	number: whole,
	startedAt: whole,
	deadlineAt: whole,
	lateWindowMs: whole,
	submittedAt: whole,
	closedAt: whole,
	items: z.array(z.strictObject({ position: whole, item: z.string(), order: z.array(z.string()) })),
});
const answer = z.strictObject({
	kind: z.literal("answer"),
	position: whole,
	value: answerSchema,
	device: z.string(),
	number: whole,
	heardAt: whole,
	elapsedMs: whole,
	givenAt: whole,
	receivedAt: whole,
});
const seal = z.strictObject({
	kind: z.literal("seal"),
	answers: whole,
	/** SubjectPublicKeyInfo, DER, base64. */
	key: z.string(),
});
/** An attempt as it was handed in; ids and UTC milliseconds. */
export type ReceiptHead = z.infer<typeof head>;
/** One event of its log. */
export type ReceiptAnswer = z.infer<typeof answer>;
export type Receipt = { head: ReceiptHead; answers: ReceiptAnswer[]; key: string };
/** Why a file is no genuine receipt. `line` is counted from 1. */
export type ReceiptProblem = { reason: "unreadable" | "changed" | "incomplete" | "foreign"; line: number };

/**
 * A receipt as JSON Lines: head, answers in order, seal. Each line carries the hash of the one before (`prev`) and its
 * own (`hash`, sha256 of the line without it); the seal's `signature` is Ed25519 over its hash.
 */
export function writeReceipt(
	{ head, answers }: Omit<Receipt, "key">,
	{ privateKey, publicKey }: { privateKey: KeyObject; publicKey: string },
): string {
	const lines: string[] = [];
	let prev = "";
	for (const body of [head, ...answers, { kind: "seal", answers: answers.length, key: publicKey }]) {
		const chained = { ...body, prev };
		prev = hashOf(chained);
		lines.push(JSON.stringify({ ...chained, hash: prev }));
	}
	const last = JSON.parse(lines.pop() ?? "{}");
	const signature = sign(null, Buffer.from(prev, "hex"), privateKey).toString("base64");
	return `${[...lines, JSON.stringify({ ...last, signature })].join("\n")}\n`;
}

/** Reads and checks a receipt against the keys that this installation has signed with, by fingerprint. */
export function readReceipt(text: string, isKnown: (publicKey: string) => boolean): Receipt | ReceiptProblem {
	const lines = text.replace(/\n$/, "").split("\n");
	const bodies: unknown[] = [];
	let prev = "";
	for (const [index, line] of lines.entries()) {
		const parsed = objectOf(line);
		if (!parsed) return { reason: "unreadable", line: index + 1 };
		const { hash, signature, ...chained } = parsed;
		// Written exactly as here: no second spelling of the same content.
		const spelled = JSON.stringify({ ...chained, hash, ...(signature === undefined ? {} : { signature }) });
		if (chained.prev !== prev || hash !== hashOf(chained) || spelled !== line)
			return { reason: "changed", line: index + 1 };
		prev = String(hash);
		const { prev: _prev, ...body } = chained;
		bodies.push(body);
	}
	return sealed(bodies, prev, objectOf(lines.at(-1) ?? "")?.signature, isKnown);
}

function sealed(
	bodies: unknown[],
	hash: string,
	signature: unknown,
	isKnown: (publicKey: string) => boolean,
): Receipt | ReceiptProblem {
	const end = seal.safeParse(bodies.at(-1));
	const start = head.safeParse(bodies[0]);
	const middle = z.array(answer).safeParse(bodies.slice(1, -1));
	if (!start.success) return { reason: "unreadable", line: 1 };
	if (!end.success || !middle.success || end.data.answers !== middle.data.length)
		return { reason: "incomplete", line: bodies.length };
	const { key } = end.data;
	if (!isKnown(key)) return { reason: "foreign", line: bodies.length };
	const publicKey = createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
	const signed = Buffer.from(String(signature), "base64");
	// Base64 has several spellings of the same bytes; ours is one.
	const isOurs = signed.toString("base64") === signature;
	if (!isOurs || !verify(null, Buffer.from(hash, "hex"), publicKey, signed))
		return { reason: "changed", line: bodies.length };
	return { head: start.data, answers: middle.data, key };
}

const hashOf = (chained: object) => createHash("sha256").update(JSON.stringify(chained)).digest("hex");

function objectOf(line: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(line);
		return typeof value === "object" && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: null;
	} catch {
		return null;
	}
}
