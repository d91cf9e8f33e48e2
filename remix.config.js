/**
 * Remix's options, in one place: vite.config.ts passes them on.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
	appDirectory: "app",
	ignoredRouteFiles: ["**/*.{css,test.ts,test.tsx}"],
	serverModuleFormat: "esm",
	future: {
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_lazyRouteDiscovery: true,
		v3_singleFetch: true,
	},
};
