import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentFolder } from "../catalog/contentFolder.server.ts";
import { policyFor } from "../catalog/policyFor.ts";
import { type ExamPolicy, parseExamPolicy } from "./examPolicy.ts";

let kept: ExamPolicy[] | undefined;

/**
 * The rules on exams in force at a time, from content/framework/policy.
 * @throws Error when there are none yet
 */
export function examPolicyAt(now: number): ExamPolicy {
	const folder = path.join(contentFolder(), "framework/policy");
	kept ??= readdirSync(folder)
		.filter((name) => /^exam-.*\.yaml$/.test(name))
		.map((name) => parseExamPolicy(readFileSync(path.join(folder, name), "utf8"), name));
	const policy = policyFor(kept, new Date(now).toISOString().slice(0, 10));
	if (!policy) throw new Error("no exam policy is in force");
	return policy;
}
