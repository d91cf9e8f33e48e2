import { redirect } from "@remix-run/node";
import { type Toast, toastCookie } from "./toast.server.ts";

/** Throwable: what is asked for does not exist, or is not the viewer's. */
export const notFound = () => new Response(null, { status: 404 });
/** Throwable: the viewer's roles do not allow it. */
export const forbidden = () => new Response(null, { status: 403 });
/** Throwable: the request is not one that our pages send. */
export const badRequest = () => new Response(null, { status: 400 });
/** Throwable: too much at once; says when to come back. */
export const busy = (retryAfterSeconds: number, status: 429 | 503 = 503) =>
	new Response(null, { status, headers: { "Retry-After": String(Math.ceil(retryAfterSeconds)) } });

/** After a POST: 303 to the page that shows the outcome, with a message that is shown once. */
export function redirectWithToast(to: string, toast: Toast, headers: HeadersInit = {}): Response {
	const all = new Headers(headers);
	all.append("Set-Cookie", toastCookie(toast));
	return redirect(to, { status: 303, headers: all });
}

/** `to` when it is a path of this site, also after `..` is resolved; else the fallback. */
export function safePath(to: unknown, fallback = "/"): string {
	if (typeof to !== "string" || !/^\/(?![/\\])[^\\\s]*$/.test(to)) return fallback;
	const url = new URL(to, "http://here.invalid");
	if (url.host !== "here.invalid" || url.pathname.startsWith("//")) return fallback;
	return url.pathname + url.search + url.hash;
}

/** Whoever is led to sign in cannot take a whole file along: they come back to choose it again. */
export function withoutForm(thrown: unknown): unknown {
	if (!(thrown instanceof Response) || thrown.status !== 307) return thrown;
	const to = new URL(thrown.headers.get("Location") ?? "/masuk", "http://here.invalid");
	return redirect(`/masuk?next=${encodeURIComponent(to.searchParams.get("next") ?? "/")}`, 303);
}
