import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, installGlobals, type ServerBuild } from "@remix-run/node";
import { environment } from "../app/http/env.server.ts";
import { assetHandler } from "./server/assets.ts";
import { groupedHandler } from "./server/groupedHandler.ts";
import { listener } from "./server/listener.ts";
import { inTurns } from "./server/turns.ts";

installGlobals({ nativeFetch: true });
const env = environment();
const root = path.resolve(import.meta.dirname, "../..");
const dev =
	process.env.NODE_ENV === "development" ? await (await import("./server/dev.ts")).devServer(root) : null;

const build = async () =>
	dev
		? ((await dev.vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild)
		: ((await import(pathToFileURL(path.join(root, "build/server/index.js")).href)) as ServerBuild);
const handler = dev ? createRequestHandler(build, "development") : groupedHandler(await build());

let ready = false;
const turns = inTurns();
const server = createServer(
	listener({
		env,
		handler,
		assets: dev ? dev.assets : assetHandler(path.join(root, "build/client")),
		turns,
		isReady: () => ready,
	}),
);
server.on("connection", turns.letIn);
// A slow satellite link may take its time for a roster; what other bodies may take the listener watches.
server.requestTimeout = 1_800_000;
server.headersTimeout = 20_000;
server.keepAliveTimeout = 65_000;

server.on("error", (error: NodeJS.ErrnoException) => {
	process.stderr.write(`${listenFailure(error)}\n`);
	process.exit(1);
});

// A whole office connects in one minute; the system may lower this to its own limit.
server.listen({ port: env.port, host: env.host, backlog: 4096 }, () => {
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : env.port;
	env.port = port;
	// /healthz says ok only after this line has been written.
	process.stdout.write(`Cakap siap di ${env.publicOrigin ?? `http://${bracketed(env.host)}:${port}`}\n`);
	if (env.demo)
		process.stdout.write(`Akun demo: ${path.join(process.env.DATA_DIR ?? ".data", "demo-accounts.json")}\n`);
	ready = true;
	process.send?.("ready");
});

function listenFailure(error: NodeJS.ErrnoException): string {
	if (error.code === "EADDRINUSE")
		return `Port ${env.port} sedang dipakai program lain; pilih yang lain dengan PORT=….`;
	if (error.code === "EACCES")
		return `Port ${env.port} tidak boleh dipakai oleh pengguna ini; pilih port di atas 1023.`;
	return `Tidak dapat mendengarkan di ${env.host}:${env.port} (${error.code ?? error.message}).`;
}

function bracketed(host: string): string {
	return host.includes(":") ? `[${host}]` : host;
}

let stopping = false;
/** Lets the running requests finish, up to four seconds, and frees the port. */
function stop(): void {
	if (stopping) return;
	stopping = true;
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	setTimeout(() => process.exit(0), 4000).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
// The starter is gone, however it ended: nobody would stop us any more.
process.on("disconnect", stop);
