import { createServer } from "node:http";

/** The yardstick: Node alone, sending these headers and bytes to whoever asks. */
export type Bare = { headers: Record<string, string>; body: string };

process.once("message", ({ headers, body }: Bare) => {
	const bytes = Buffer.from(body, "base64");
	const server = createServer((_request, response) => {
		response.writeHead(200, { ...headers, "Content-Length": bytes.length });
		response.end(bytes);
	});
	server.keepAliveTimeout = 65_000;
	server.listen(0, "127.0.0.1", () => {
		const address = server.address();
		process.send?.(typeof address === "object" && address ? address.port : 0);
	});
});
process.on("disconnect", () => process.exit(0));
