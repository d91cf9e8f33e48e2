import { z } from "zod";
import type { SiasnRow } from "./row.ts";

export type SiasnAccess = {
	/** Of the gateway, e.g. "https://apimws.bkn.go.id:8243/apisiasn/1.0". */
	url: string;
	/** Where the gateway's own token comes from. */
	tokenUrl: string;
	clientId: string;
	clientSecret: string;
	/** The token of whoever signed in at SIASN's SSO. */
	ssoToken: string;
	timeoutMs: number;
};

/**
 * SIASN did not take a row. "refused": it would refuse it again; "later": not now; "unanswered": it may have arrived all
 * the same.
 */
export class NotTaken extends Error {
	constructor(
		message: string,
		readonly kind: "refused" | "later" | "unanswered",
	) {
		super(message);
	}
}

const filled = (value: unknown) => (value === "" ? undefined : value);
const variables = z.object({
	SIASN_URL: z.preprocess(filled, z.url({ protocol: /^https?$/ }).optional()),
	SIASN_TOKEN_URL: z.preprocess(
		filled,
		z.url({ protocol: /^https?$/ }).default("https://apimws.bkn.go.id/oauth2/token"),
	),
	SIASN_CLIENT_ID: z.string().default(""),
	SIASN_CLIENT_SECRET: z.string().default(""),
	SIASN_SSO_TOKEN: z.string().default(""),
	SIASN_TIMEOUT_SECONDS: z.preprocess(filled, z.coerce.number().int().min(1).max(300).default(30)),
});

/**
 * How SIASN's service is reached, by the environment; null: sending is off, as it is unless SIASN_URL is set.
 * @throws Error in Bahasa naming what cannot be used or is missing
 */
export function siasnAccess(env: Record<string, string | undefined>): SiasnAccess | null {
	const parsed = variables.safeParse(env);
	if (!parsed.success) {
		const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
		throw new Error(`Nilai variabel lingkungan tidak dapat dipakai: ${names}.`);
	}
	const {
		SIASN_URL: url,
		SIASN_CLIENT_ID: clientId,
		SIASN_CLIENT_SECRET: clientSecret,
		...rest
	} = parsed.data;
	if (!url) return null;
	if (!clientId || !clientSecret || !rest.SIASN_SSO_TOKEN)
		throw new Error("SIASN_URL memerlukan SIASN_CLIENT_ID, SIASN_CLIENT_SECRET, dan SIASN_SSO_TOKEN.");
	return {
		...{ url, clientId, clientSecret, ssoToken: rest.SIASN_SSO_TOKEN },
		tokenUrl: rest.SIASN_TOKEN_URL,
		timeoutMs: rest.SIASN_TIMEOUT_SECONDS * 1000,
	};
}

/** SIASN's service, as docs/siasn.md assumes it to be; not tried with SIASN yet. */
export class SiasnService {
	#token: string | null = null;

	constructor(private readonly access: SiasnAccess) {}

	/** Adds a training. @returns SIASN's id of it; null when it says none. @throws NotTaken */
	async add(row: SiasnRow): Promise<string | null> {
		const answer = await this.#ask("POST", "kursus/save", row);
		const said = z.object({ mapData: z.object({ rwKursusId: z.string() }) }).safeParse(answer);
		return said.success ? said.data.mapData.rwKursusId : null;
	}

	/** Takes a training out by SIASN's id. @throws NotTaken */
	async remove(siasnId: string): Promise<void> {
		await this.#ask("DELETE", `kursus/delete/${encodeURIComponent(siasnId)}`);
	}

	async #ask(method: "POST" | "DELETE", path: string, body?: SiasnRow): Promise<unknown> {
		this.#token ??= await this.#newToken();
		const response = await this.#fetch(`${this.access.url.replace(/\/$/, "")}/${path}`, {
			method,
			headers: {
				Authorization: `Bearer ${this.#token}`,
				Auth: `bearer ${this.access.ssoToken}`,
				...(body ? { "Content-Type": "application/json" } : {}),
			},
			body: body && JSON.stringify(body),
		});
		if (response.status === 401) this.#token = null;
		const text = await response.text().catch(() => "");
		if (!response.ok) throw this.#refused(response.status, text);
		const answer = asJson(text);
		const word = z.object({ success: z.literal(false) }).safeParse(answer);
		if (word.success) throw this.#refused(response.status, text);
		return answer;
	}

	/** Nothing of a row is on its way yet: without an answer here it has not arrived. */
	async #newToken(): Promise<string> {
		const { clientId, clientSecret, tokenUrl } = this.access;
		const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
		const response = await this.#fetch(tokenUrl, {
			method: "POST",
			headers: { Authorization: `Basic ${basic}`, "Content-Type": "application/x-www-form-urlencoded" },
			body: "grant_type=client_credentials",
		}).catch((error: Error) => {
			throw new NotTaken(error.message, "later");
		});
		const text = await response.text().catch(() => "");
		const said = z.object({ access_token: z.string().min(1) }).safeParse(asJson(text));
		if (!response.ok || !said.success)
			throw new NotTaken(`SIASN tidak memberi token (${response.status}).`, "later");
		return said.data.access_token;
	}

	async #fetch(url: string, init: RequestInit): Promise<Response> {
		const signal = AbortSignal.timeout(this.access.timeoutMs);
		return fetch(url, { ...init, redirect: "error", signal }).catch((error: unknown) => {
			const name = error instanceof Error ? error.name : "galat";
			throw new NotTaken(`SIASN tidak menjawab: ${name}.`, "unanswered");
		});
	}

	/** What it said, for the admin; should it repeat a secret, that is left out. */
	#refused(status: number, text: string): NotTaken {
		const { clientSecret, ssoToken } = this.access;
		const secrets = [clientSecret, ssoToken, this.#token ?? ""].filter(Boolean);
		const printable = text.slice(0, 2000).replace(/[^\x20-\x7e]+/g, " ");
		const said = secrets.reduce((rest, secret) => rest.replaceAll(secret, "…"), printable).slice(0, 200);
		// Too busy, or not signed in any more: the row itself may be fine.
		const isFinal = status < 500 && ![401, 403, 408, 429].includes(status);
		return new NotTaken(`SIASN menolak (${status}): ${said}`, isFinal ? "refused" : "later");
	}
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
