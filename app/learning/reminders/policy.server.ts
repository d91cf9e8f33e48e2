import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentFolder } from "../../catalog/contentFolder.server.ts";
import { policyFor } from "../../catalog/policyFor.ts";
import { dayIn } from "../../i18n/format.ts";
import { parseReminderPolicy, type ReminderPolicy } from "./reminderPolicy.ts";

let kept: ReminderPolicy[] | undefined;

/** The rules on reminders in force at a time; before the first ones, those. */
export function reminderPolicyAt(now: number): ReminderPolicy {
	const folder = path.join(contentFolder(), "framework/policy");
	kept ??= readdirSync(folder)
		.filter((name) => /^reminders-.*\.yaml$/.test(name))
		.sort()
		.map((name) => parseReminderPolicy(readFileSync(path.join(folder, name), "utf8"), name));
	const policy = policyFor(kept, dayIn(now, "Asia/Jakarta")) ?? kept[0];
	if (!policy) throw new Error("content/framework/policy has no rules on reminders");
	return policy;
}
