import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentFolder } from "../../catalog/contentFolder.server.ts";
import { policyFor } from "../../catalog/policyFor.ts";
import { dayIn } from "../../i18n/format.ts";
import { parseRenewalPolicy, type RenewalPolicy } from "./renewalPolicy.ts";

let kept: RenewalPolicy[] | undefined;

/** The rules on renewing in force at a time; before the first ones, those. */
export function renewalPolicyAt(now: number): RenewalPolicy {
	const folder = path.join(contentFolder(), "framework/policy");
	kept ??= readdirSync(folder)
		.filter((name) => /^renewal-.*\.yaml$/.test(name))
		.sort()
		.map((name) => parseRenewalPolicy(readFileSync(path.join(folder, name), "utf8"), name));
	const policy = policyFor(kept, dayIn(now, "Asia/Jakarta")) ?? kept[0];
	if (!policy) throw new Error("content/framework/policy has no rules on renewing certificates");
	return policy;
}
