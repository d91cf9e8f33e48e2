import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { assetHandler } from "#bin/server/assets.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "cakap-assets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("outlives a file that a new build takes away under it", async () => {
	writeFileSync(path.join(folder, "a.css"), "a{}");
	writeFileSync(path.join(folder, "b.css"), "b{}");
	const serve = assetHandler(folder);
	const server = createServer((request, response) => serve(request, response, () => response.end("next")));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	expect(await (await fetch(`${origin}/a.css`)).text()).toBe("a{}");
	rmSync(path.join(folder, "a.css"));
	await expect(fetch(`${origin}/a.css`).then((response) => response.text())).rejects.toThrow();
	expect(await (await fetch(`${origin}/b.css`)).text()).toBe("b{}");
	await new Promise((resolve) => server.close(resolve));
});
