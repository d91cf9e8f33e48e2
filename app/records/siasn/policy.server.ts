import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentFolder } from "../../catalog/contentFolder.server.ts";
import { policyFor } from "../../catalog/policyFor.ts";
import { dayIn } from "../../i18n/format.ts";
import { parseSiasnPolicy, type SiasnPolicy } from "./siasnPolicy.ts";

let kept: SiasnPolicy[] | undefined;

/** SIASN's reference values in force at a time; before the first ones, those. */
export function siasnPolicyAt(now: number): SiasnPolicy {
	const folder = path.join(contentFolder(), "framework/policy");
	kept ??= readdirSync(folder)
		.filter((name) => /^siasn-.*\.yaml$/.test(name))
		.sort()
		.map((name) => parseSiasnPolicy(readFileSync(path.join(folder, name), "utf8"), name));
	const policy = policyFor(kept, dayIn(now, "Asia/Jakarta")) ?? kept[0];
	if (!policy) throw new Error("content/framework/policy has no reference values of SIASN");
	return policy;
}
