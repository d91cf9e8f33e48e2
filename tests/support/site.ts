import { startMailbox } from "./mailbox.ts";
import { startSite } from "./startSite.ts";

/** One site with the demo's data and a real mail server for all journeys; each journey makes or chooses people of its own. */
export default async function globalSetup() {
	const mailbox = await startMailbox();
	const site = await startSite({ SMTP_URL: mailbox.url });
	process.env.SITE_URL = site.url;
	process.env.SITE_DATA_DIR = site.dataDir;
	process.env.SITE_MAIL_DIR = mailbox.folder;
	return async () => {
		await site.stop();
		await mailbox.stop();
	};
}
