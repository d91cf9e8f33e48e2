import { expect, it } from "vitest";
import { commands } from "../../bin/cli/commands.ts";

it("each command answers to its own name, in the order of names, and says how it is used", async () => {
	const names = Object.keys(commands);
	expect(names).toEqual([...names].sort());
	for (const [name, load] of Object.entries(commands)) {
		const command = await load();
		expect(command.name).toBe(name);
		expect(command.usage).toContain(`bin/cakap ${name}`);
		expect(command.summary.length + command.help.length).toBeGreaterThan(20);
	}
});
