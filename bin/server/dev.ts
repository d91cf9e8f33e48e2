import type { AssetHandler } from "./assets.ts";

/** Vite as middleware; any change under app/ reloads the page, since no page hydrates. */
export async function devServer(root: string) {
	const { createServer } = await import("vite");
	const vite = await createServer({
		root,
		configFile: `${root}/vite.config.ts`,
		server: { middlewareMode: true },
	});
	vite.watcher.on("change", (file) => {
		if (file.startsWith(`${root}/app`)) vite.ws.send({ type: "full-reload" });
	});
	const assets: AssetHandler = (request, response, next) => vite.middlewares(request, response, next);
	return { vite, assets };
}
