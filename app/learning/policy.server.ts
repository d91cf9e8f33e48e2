import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentFolder } from "../catalog/contentFolder.server.ts";
import { type JpPolicy, parseJpPolicy } from "./jpPolicy.ts";

let kept: JpPolicy[] | undefined;

/** The dated rules on training hours, from content/framework/policy. */
export function jpPolicies(): JpPolicy[] {
	const folder = path.join(contentFolder(), "framework/policy");
	kept ??= readdirSync(folder)
		.filter((name) => /^jp-.*\.yaml$/.test(name))
		.map((name) => parseJpPolicy(readFileSync(path.join(folder, name), "utf8"), name));
	return kept;
}
