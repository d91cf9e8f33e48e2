import { type CDPSession, chromium, type Page } from "@playwright/test";
import { findChromium } from "../../bin/test/chromium.js";
import { type DemoAccount, demoAccounts, startSite } from "../support/startSite.ts";
import { firstLesson } from "./lessonPage.ts";
import { type Result, result, target } from "./report.ts";

type Traffic = { bytes: number; requests: number; scriptBytes: number };

/** What a page costs on the wire in a real browser with a cold cache. */
export async function firstView(): Promise<Result> {
	const site = await startSite();
	const asRoot = process.getuid?.() === 0;
	const browser = await chromium.launch({
		executablePath: findChromium(),
		args: asRoot ? ["--no-sandbox"] : [],
	});
	try {
		const first = await measured(await browser.newPage({ baseURL: site.url }), "/");
		const context = await browser.newContext({ baseURL: site.url });
		const page = await context.newPage();
		const learner = demoAccounts(site.dataDir).find((account) => account.role === "learner") as DemoAccount;
		await signIn(page, learner);
		const address = await firstLesson(page);
		// A new page of the same session with its cache switched off: signed in, and cold.
		const lesson = await measured(await context.newPage(), address);
		const figures = {
			lessonBytes: lesson.bytes,
			lessonRequests: lesson.requests,
			firstPageBytes: first.bytes,
			scriptBytes: lesson.scriptBytes,
		};
		return result("first-view", figures, [
			target("lessonBytes", lesson.bytes, "<=", 45_000),
			target("lessonRequests", lesson.requests, "<=", 5),
			target("firstPageBytes", first.bytes, "<=", 60_000),
			target("scriptBytes", lesson.scriptBytes, "<=", 15_000),
		]);
	} finally {
		await browser.close();
		await site.stop();
	}
}

async function signIn(page: Page, { identifier, password }: DemoAccount): Promise<void> {
	await page.goto("/masuk");
	await page.locator('input[name="identifier"]').fill(identifier);
	await page.locator('input[name="password"]').fill(password);
	await page.getByRole("button", { name: "Masuk", exact: true }).click();
	await page.waitForURL("**/beranda");
}

/** Media is counted apart: the budget is for HTML, style and script. */
async function measured(page: Page, address: string): Promise<Traffic> {
	const session = await page.context().newCDPSession(page);
	await session.send("Network.enable");
	await session.send("Network.setCacheDisabled", { cacheDisabled: true });
	const traffic = watch(session);
	await page.goto(address, { waitUntil: "networkidle" });
	return traffic;
}

function watch(session: CDPSession): Traffic {
	const traffic: Traffic = { bytes: 0, requests: 0, scriptBytes: 0 };
	const kinds = new Map<string, string>();
	session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
	session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId);
		if (kind === "Image" || kind === "Media") return;
		traffic.bytes += encodedDataLength;
		traffic.requests += 1;
		if (kind === "Script") traffic.scriptBytes += encodedDataLength;
	});
	return traffic;
}
