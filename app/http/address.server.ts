/**
 * The client's network address as the server determined it: the socket's, or what a trusted proxy
 * forwarded. The server overwrites the header, so a client cannot choose it.
 */
export function clientAddress(request: Request): string {
	return request.headers.get("x-cakap-address") ?? "unknown";
}

/** The number that finds the request in the log. */
export function requestId(request: Request): string {
	return request.headers.get("x-cakap-request") ?? "";
}

/**
 * Walks X-Forwarded-For from the right past the trusted proxies and gives the first address that is not one.
 */
export function forwardedAddress(socket: string, forwarded: string | undefined, trusted: string[]): string {
	const plain = (address: string) => address.replace(/^::ffff:/, "").trim();
	let address = plain(socket);
	const hops = (forwarded ?? "").split(",").map(plain).filter(Boolean);
	while (trusted.includes(address) && hops.length > 0) address = hops.pop() ?? address;
	return address;
}
