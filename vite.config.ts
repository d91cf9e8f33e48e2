import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
	plugins: [remix(remixConfig)],
	resolve: {
		alias: { "#app": `${import.meta.dirname}/app`, "#db": `${import.meta.dirname}/db` },
	},
	build: { assetsInlineLimit: 0, target: "es2022" },
	worker: { format: "es" },
});
