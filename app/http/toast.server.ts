import { z } from "zod";
import { cookieValue } from "./cookies.ts";

const toastSchema = z.object({ kind: z.enum(["good", "bad"]), text: z.string().max(500) });
/** A message that the next page shows once. */
export type Toast = z.infer<typeof toastSchema>;

const NAME = "toast";

export function toastCookie(toast: Toast): string {
	const value = Buffer.from(JSON.stringify(toast)).toString("base64url");
	return `${NAME}=${value}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax`;
}

/** The toast that the request carries, with the header that takes it away again. */
export function takeToast(request: Request): { toast: Toast | null; headers: HeadersInit } {
	const value = cookieValue(request, NAME);
	if (!value) return { toast: null, headers: {} };
	const headers = { "Set-Cookie": `${NAME}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` };
	try {
		return { toast: toastSchema.parse(JSON.parse(Buffer.from(value, "base64url").toString())), headers };
	} catch {
		return { toast: null, headers };
	}
}
