import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { copyData } from "./copyData.ts";
import { startMailbox } from "./mailbox.ts";
import { startSite } from "./startSite.ts";

/** One site with the demo's data and a real mail server for all journeys; each journey makes or chooses people of its own. */
export default async function globalSetup() {
	const mailbox = await startMailbox();
	const site = await startSite({ SMTP_URL: mailbox.url });
	const fresh = mkdtempSync(path.join(os.tmpdir(), "cakap-fresh-"));
	await copyData(site.dataDir, fresh);
	process.env.SITE_URL = site.url;
	process.env.SITE_DATA_DIR = site.dataDir;
	process.env.SITE_FRESH_DIR = fresh;
	process.env.SITE_MAIL_DIR = mailbox.folder;
	return async () => {
		await site.stop();
		await mailbox.stop();
		rmSync(fresh, { recursive: true, force: true });
	};
}
