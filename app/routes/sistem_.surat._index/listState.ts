import { z } from "zod";
import type { MailCursor } from "#app/jobs/mail/mailList.server.ts";

export const states = ["waiting", "sending", "sent", "uncertain", "failed", "kept", "discarded"] as const;
const state = z.enum(states);
export type State = (typeof states)[number];

/** The state that the address asks for; null for all. */
export const stateOf = (params: URLSearchParams): State | null =>
	state.safeParse(params.get("keadaan")).data ?? null;

/** Where the page before ended. */
export function cursorOf(params: URLSearchParams): MailCursor | null {
	const [at, id] = (params.get("setelah") ?? "").split("~");
	return at && /^\d{1,15}$/.test(at) && id ? { createdAt: Number(at), id } : null;
}

/** The address of the list after that row. */
export function listAddress(only: State | null, after?: MailCursor): string {
	const params = new URLSearchParams();
	if (only) params.set("keadaan", only);
	if (after) params.set("setelah", `${after.createdAt}~${after.id}`);
	const query = params.toString();
	return query ? `/sistem/surat?${query}` : "/sistem/surat";
}
