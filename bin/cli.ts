import { closeDatabase } from "../db/client.server.ts";
import { commands } from "./cli/commands.ts";
import { Usage } from "./cli/usage.ts";

const [name = "", ...args] = process.argv.slice(2);
const load = Object.hasOwn(commands, name) ? commands[name] : undefined;

try {
	if (name === "" || name === "--help" || name === "-h") say(await overview());
	else if (!load) throw new Usage(`Perintah ${JSON.stringify(name)} tidak dikenal. Lihat: bin/cakap --help`);
	else {
		const command = await load();
		if (args.includes("--help") || args.includes("-h")) say(`${command.usage}\n\n${command.help}`);
		else process.exitCode = await command.run(args);
	}
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = error instanceof Usage ? 2 : 1;
} finally {
	await closeDatabase();
}

async function overview(): Promise<string> {
	const all = await Promise.all(Object.values(commands).map((one) => one()));
	const width = Math.max(...all.map((one) => one.name.length));
	const lines = all.map((one) => `  ${one.name.padEnd(width)}  ${one.summary}`);
	return ["Cara pakai: bin/cakap <perintah> [--help]", "", ...lines].join("\n");
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}
