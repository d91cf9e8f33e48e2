import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { touchItem } from "../support/answerKey.ts";
import { expect, test } from "../support/journey.ts";
import { freePort } from "../support/postgresServer.ts";
import { type Rows, rowsOf } from "../support/sitting/rows.ts";
import { killed, launchServer, prepareDatabase, siteEnv } from "../support/sitting/server.ts";
import { enrolSitters, makeSitters, type Sitter } from "../support/sitting/sitters.ts";

const EXAM = "/pelatihan/keamanan-siber/ujian";
const dataDir = mkdtempSync(path.join(os.tmpdir(), "cakap-restart-"));
let env: NodeJS.ProcessEnv;
let url: string;
let server: ChildProcess;
let rows: Rows;
let sitters: Sitter[];

/** A site of its own: the others' must not go away under them. */
test.beforeAll(async () => {
	test.setTimeout(120_000);
	const port = await freePort();
	url = `http://127.0.0.1:${port}`;
	env = siteEnv(dataDir, "", port);
	await prepareDatabase(env);
	rows = await rowsOf(dataDir, "");
	sitters = await makeSitters(rows, 2);
	await enrolSitters(rows, sitters);
	server = await launchServer(env);
});
test.afterAll(async () => {
	if (server) await killed(server);
	await rows?.close();
	rmSync(dataDir, { recursive: true, force: true });
});

async function begin(page: Page, sitter: Sitter | undefined): Promise<string> {
	const [name = "", value = ""] = sitter?.cookie.split("=") ?? [];
	await page.context().addCookies([{ name, value, url }]);
	await page.goto(url + EXAM);
	await page.getByRole("button", { name: "Mulai ujian" }).click();
	return (await page.locator("input[name=attempt]").getAttribute("value")) ?? "";
}

/** Every answer of the attempt, and how many items they are for. */
async function kept(attempt: string) {
	const [row] = await rows.ask<{ events: number; items: number }>(
		"SELECT count(*) AS events, count(DISTINCT position) AS items FROM answer_events WHERE attempt_id = ?",
		attempt,
	);
	return row;
}

test("a server that goes away in the middle of an exam is told of, and gets each answer once when it is back", async ({
	page,
	problems,
}) => {
	const attempt = await begin(page, sitters[0]);
	const state = page.locator("#exam-state");
	await touchItem(page, 1);
	await expect(state).toContainText("Terkirim pukul");
	await killed(server);
	await touchItem(page, 2);
	await expect(state).toContainText("Tersimpan di perangkat, belum terkirim.");
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await expect(state).toContainText("ujian belum dikumpulkan");
	server = await launchServer(env);
	await touchItem(page, 3);
	await expect(state).toContainText("Terkirim pukul");
	expect(await kept(attempt)).toEqual({ events: 3, items: 3 });
	await page.getByRole("button", { name: "Kumpulkan", exact: true }).click();
	await page.getByRole("button", { name: "Kumpulkan jawaban" }).click();
	await expect(page.getByRole("heading", { name: "Hasil ujian" })).toBeVisible();
	expect(await kept(attempt)).toEqual({ events: 3, items: 3 });
	// Chromium itself reports the requests that nobody answered.
	expect(problems.filter((text) => !/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE/.test(text))).toEqual(
		[],
	);
	problems.length = 0;
});

test.describe("without JavaScript", () => {
	test.use({ javaScriptEnabled: false });

	test("a form that finds no server is sent again by loading the page anew, and each answer counts once", async ({
		page,
		problems,
	}) => {
		const attempt = await begin(page, sitters[1]);
		const save = page.getByRole("button", { name: "Simpan jawaban" });
		await touchItem(page, 1);
		await save.click();
		await expect(page.getByText("Jawaban Anda tersimpan.")).toBeVisible();
		await touchItem(page, 2);
		await touchItem(page, 3);
		await killed(server);
		await save.click();
		await expect(page.locator("#exam")).toHaveCount(0);
		server = await launchServer(env);
		await page.reload();
		await expect(page.getByText("Jawaban Anda tersimpan.")).toBeVisible();
		expect(await kept(attempt)).toEqual({ events: 3, items: 3 });
		problems.length = 0;
	});
});
