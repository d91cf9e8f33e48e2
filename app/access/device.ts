/** A browser and its system in words, e.g. "Chrome, Android", from the User-Agent; nothing that tracks anyone. */
export function deviceOf(userAgent: string | null): string {
	const agent = userAgent ?? "";
	const browser = first(agent, [
		["Edg/", "Edge"],
		["OPR/", "Opera"],
		["SamsungBrowser", "Samsung Internet"],
		["Firefox/", "Firefox"],
		["Chrome/", "Chrome"],
		["Safari/", "Safari"],
	]);
	const system = first(agent, [
		["Android", "Android"],
		["iPhone", "iPhone"],
		["iPad", "iPad"],
		["Windows", "Windows"],
		["Mac OS", "macOS"],
		["Linux", "Linux"],
	]);
	return [browser, system].filter(Boolean).join(", ") || "?";
}

function first(agent: string, names: [string, string][]): string {
	return names.find(([mark]) => agent.includes(mark))?.[1] ?? "";
}
