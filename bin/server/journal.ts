import type { IncomingMessage } from "node:http";
import { answerJournal } from "../../app/access/examJournal.server.ts";
import { BODY_LIMIT, BodyTooLarge } from "./request.ts";

/**
 * Whether it brings answers of an exam: thousands of people send one every few seconds, and Remix's router with its
 * Fetch objects would cost more than keeping the answer. docs/decisions/0023.
 */
export function isJournal({ method, url }: IncomingMessage): boolean {
	return method === "POST" && /^\/pelatihan\/[a-z0-9-]+\/ujian\/simpan$/.test(url ?? "");
}

/**
 * The answer to it.
 * @throws BodyTooLarge
 */
export async function journalAnswer(incoming: IncomingMessage): Promise<{ status: number; text: string }> {
	const cookies = incoming.headers.cookie ?? "";
	const userAgent = incoming.headers["user-agent"] ?? null;
	const told = { cookies, userAgent, body: await textOf(incoming) };
	const { status, json } = await answerJournal(told, Date.now());
	return { status, text: JSON.stringify(json) };
}

function textOf(incoming: IncomingMessage): Promise<string> {
	if (Number(incoming.headers["content-length"] ?? 0) > BODY_LIMIT) throw new BodyTooLarge();
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = [];
		let bytes = 0;
		incoming.on("data", (part: Buffer) => {
			bytes += part.byteLength;
			if (bytes > BODY_LIMIT) reject(new BodyTooLarge());
			else parts.push(part);
		});
		incoming.once("end", () => resolve(Buffer.concat(parts).toString()));
		incoming.once("error", reject);
		incoming.once("close", () => incoming.complete || reject(new Error("the body did not come whole")));
	});
}
