import { startSite } from "./startSite.ts";

/** One site with the demo's data for all journeys; each journey makes or chooses people of its own. */
export default async function globalSetup() {
	const site = await startSite();
	process.env.SITE_URL = site.url;
	process.env.SITE_DATA_DIR = site.dataDir;
	return async () => {
		await site.stop();
	};
}
