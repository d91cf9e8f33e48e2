import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentFolder } from "../../catalog/contentFolder.server.ts";
import { policyFor } from "../../catalog/policyFor.ts";
import { type PlacementPolicy, parsePlacementPolicy } from "./policy.ts";

let kept: PlacementPolicy[] | undefined;

/**
 * The rules of placement in force at a time, from content/framework/policy.
 * @throws Error when there are none yet
 */
export function placementPolicyAt(now: number): PlacementPolicy {
	const folder = path.join(contentFolder(), "framework/policy");
	kept ??= readdirSync(folder)
		.filter((name) => /^placement-.*\.yaml$/.test(name))
		.map((name) => parsePlacementPolicy(readFileSync(path.join(folder, name), "utf8"), name));
	const policy = policyFor(kept, new Date(now).toISOString().slice(0, 10));
	if (!policy) throw new Error("no placement policy is in force");
	return policy;
}
