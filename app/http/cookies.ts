/** The value of the request's cookie of that name, undecoded; null when there is none. */
export function cookieValue(request: Request, name: string): string | null {
	return cookieIn(request.headers.get("Cookie") ?? "", name);
}

/** The same of a Cookie header's text. */
export function cookieIn(header: string, name: string): string | null {
	for (const part of header.split(";")) {
		const at = part.indexOf("=");
		if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
	}
	return null;
}
