const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"manifest-src 'self'",
	"frame-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'self'",
].join("; ");

/** Headers of every answer, unless the route set its own. */
export function securityHeaders(https: boolean): Record<string, string> {
	return {
		"Content-Security-Policy": policy,
		"X-Content-Type-Options": "nosniff",
		// Not no-referrer: Chromium then sends `Origin: null`, and every form would be refused.
		"Referrer-Policy": "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
		"X-Frame-Options": "SAMEORIGIN",
		...(https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
	};
}

/**
 * Whether a changing request comes from our own pages. Browsers send Origin with every POST; a client without
 * one (no browser) carries no ambient cookies that a foreign page could use.
 */
export function isOwnOrigin(
	headers: { origin?: string; "sec-fetch-site"?: string },
	accepted: string[],
): boolean {
	if (headers.origin !== undefined) return accepted.includes(headers.origin);
	const site = headers["sec-fetch-site"];
	return site === undefined || site === "same-origin" || site === "none";
}
