import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";

const config = "db/drizzle.config.ts";

describe("the migrations", () => {
	it.each([
		["sqlite", ""],
		["postgresql", "postgres://schema-only"],
	])("of %s are what the schema says", (dialect, DATABASE_URL) => {
		// Relative, since drizzle-kit puts the working folder before it.
		const out = path.relative(process.cwd(), mkdtempSync(path.join(os.tmpdir(), "cakap-drift-")));
		cpSync(`db/migrations/${dialect}`, out, { recursive: true });
		const before = readdirSync(out, { recursive: true }).length;
		const env = { ...process.env, DATABASE_URL, MIGRATIONS_OUT: out };
		execFileSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", "--config", config], {
			env,
			stdio: "pipe",
		});
		const after = readdirSync(out, { recursive: true }).length;
		rmSync(out, { recursive: true });
		expect(after).toBe(before);
	});
});
