import http from "node:http";

export type Answered = { status: number; body: string; location: string };
type Call = {
	port: number;
	path: string;
	cookie: string;
	method?: "GET" | "POST";
	form?: string;
	json?: unknown;
};

/** One connection for each of those who call, kept open. */
export const agentFor = () => new http.Agent({ keepAlive: true, maxSockets: 1 });

/** One request, as a browser of this site would send it; null when no whole answer came. */
export function call(
	agent: http.Agent,
	{ port, path, cookie, method, form, json }: Call,
): Promise<Answered | null> {
	const body = json === undefined ? form : JSON.stringify(json);
	const type = json === undefined ? "application/x-www-form-urlencoded" : "application/json";
	return new Promise((resolve) => {
		const headers = {
			Cookie: cookie,
			Origin: `http://127.0.0.1:${port}`,
			...(body === undefined ? {} : { "Content-Type": type, "Content-Length": Buffer.byteLength(body) }),
		};
		const request = http.request(
			{
				agent,
				host: "127.0.0.1",
				port,
				path,
				headers,
				method: method ?? (body === undefined ? "GET" : "POST"),
			},
			(response) => {
				const parts: Buffer[] = [];
				response.on("data", (part: Buffer) => parts.push(part));
				response.on("error", () => resolve(null));
				response.on("close", () => {
					if (!response.complete) return resolve(null);
					const { statusCode = 0, headers } = response;
					resolve({
						status: statusCode,
						body: Buffer.concat(parts).toString(),
						location: headers.location ?? "",
					});
				});
			},
		);
		request.on("error", () => resolve(null));
		request.end(body);
	});
}
