import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { dataDir } from "#db/config.ts";
import { environment } from "../http/env.server.ts";

export const demoAccountSchema = z.object({
	role: z.string(),
	identifier: z.string(),
	password: z.string(),
	agency: z.string(),
	name: z.string(),
});
export type DemoAccount = z.infer<typeof demoAccountSchema>;

/** Where the demo's accounts are written, readable by the owner of DATA_DIR only. */
export const demoAccountsFile = () => path.join(dataDir(), "demo-accounts.json");

/** The demo's people; empty when the demo is off, whatever the file says. */
export function demoAccounts(): DemoAccount[] {
	if (!environment().demo) return [];
	try {
		return z.array(demoAccountSchema).parse(JSON.parse(readFileSync(demoAccountsFile(), "utf8")));
	} catch {
		return [];
	}
}
