import credentials from "./contexts/credentials-v2.json" with { type: "json" };
import openBadges from "./contexts/open-badges-3.0.3.json" with { type: "json" };

/** W3C's Verifiable Credentials 2.0, and what Open Badges 3.0 adds: published once, never changed. */
export const CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
export const OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

const shipped = new Map<string, object>([
	[CREDENTIALS, credentials],
	[OPEN_BADGES, openBadges],
]);

/** Gives JSON-LD its contexts; nothing is ever fetched. @throws Error for one that is not shipped */
export async function loadContext(url: string) {
	const document = shipped.get(url);
	if (!document) throw new Error(`no context ${url}`);
	return { documentUrl: url, document };
}
