import { z } from "zod";
import { dialect } from "#db/config.ts";

const loopback = new Set(["127.0.0.1", "localhost", "::1"]);
const filled = (value: unknown) => (value === "" ? undefined : value);

const schema = z.object({
	HOST: z.preprocess(filled, z.string().default("127.0.0.1")),
	PORT: z.preprocess(filled, z.coerce.number().int().min(0).max(65535).default(3000)),
	PUBLIC_URL: z.preprocess(filled, z.url({ protocol: /^https?$/ }).optional()),
	DEMO: z.preprocess(filled, z.enum(["on", "off"]).optional()),
	TRUSTED_PROXIES: z.preprocess(filled, z.string().default("")),
	SMTP_URL: z.preprocess(filled, z.url({ protocol: /^smtps?$/ }).optional()),
	MAIL_FROM: z.preprocess(
		filled,
		z
			.string()
			.regex(/^([^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
			.optional(),
	),
});

export type Environment = {
	host: string;
	port: number;
	/** Origin of PUBLIC_URL, e.g. "https://cakap.go.id"; null when it is not set. */
	publicOrigin: string | null;
	demo: boolean;
	trustedProxies: string[];
	/** The mail server, e.g. "smtps://user:password@host:465", and the sender; null: mail is kept for an admin. */
	mail: { url: string; from: string } | null;
};

/**
 * The environment, checked as a whole.
 * @throws Error with one sentence in Bahasa Indonesia for the operator.
 */
export function environment(variables: Record<string, string | undefined> = process.env): Environment {
	const parsed = schema.safeParse(variables);
	if (!parsed.success) {
		const names = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
		throw new Error(`Nilai variabel lingkungan tidak dapat dipakai: ${names}.`);
	}
	const { HOST, PORT, PUBLIC_URL, DEMO, TRUSTED_PROXIES, SMTP_URL, MAIL_FROM } = parsed.data;
	const atHome = loopback.has(HOST);
	if (DEMO === "on" && !atHome) {
		throw new Error(
			`Demo hanya boleh dijalankan di 127.0.0.1 karena akunnya terbuka; HOST sekarang ${HOST}.`,
		);
	}
	return {
		host: HOST,
		port: PORT,
		publicOrigin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
		demo: DEMO ? DEMO === "on" : atHome && !PUBLIC_URL && dialect() === "sqlite" && !variables.DATABASE_URL,
		trustedProxies: TRUSTED_PROXIES.split(",")
			.map((s) => s.trim())
			.filter(Boolean),
		mail: SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM ?? `Cakap <cakap@${hostOf(PUBLIC_URL)}>` } : null,
	};
}

const hostOf = (url: string | undefined) => (url ? new URL(url).hostname : "localhost");

/** The origins that a form may come from. */
export function acceptedOrigins({ publicOrigin, host, port }: Environment): string[] {
	if (publicOrigin) return [publicOrigin];
	return [...new Set([`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://${host}:${port}`])];
}

/** The origin that links in mails and letters begin with. */
export const siteOrigin = (): string => acceptedOrigins(environment())[0] ?? "";
