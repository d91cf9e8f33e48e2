import type { MailAttachment } from "#db/schema/index.ts";

/** A mail as it is handed over. */
export type Outgoing = {
	id: string;
	address: string;
	subject: string;
	body: string;
	attachments: readonly MailAttachment[];
};

/**
 * What became of handing it over: taken, to be tried again, refused for good, or unknown since the answer did not come.
 * `why` is for an operator.
 */
export type Delivery = { kind: "taken" } | { kind: "later" | "refused" | "unknown"; why: string };

/** Hands over one mail after another on one connection. */
export type Postman = { deliver: (mail: Outgoing) => Promise<Delivery>; close: () => void };

/** What the error of a handing over tells; nodemailer names the step, and the server's answer when there was one. */
export function deliveryOf(error: {
	message: string;
	code?: string;
	responseCode?: number;
	command?: string;
}): Delivery {
	const { message, code, responseCode, command } = error;
	const why = message.slice(0, 300);
	// The sender is the installation's: what is wrong with it says nothing about this mail.
	if (responseCode !== undefined && command === "MAIL FROM") return { kind: "later", why };
	if (responseCode !== undefined && responseCode >= 500 && responseCode !== 503)
		return { kind: "refused", why };
	if (responseCode !== undefined) return { kind: "later", why };
	// Nothing was said to the server: the connection had ended before.
	if (command === "API" && code === "ECONNECTION") return { kind: "later", why };
	return { kind: code === "EENVELOPE" || code === "EMESSAGE" ? "refused" : "unknown", why };
}
