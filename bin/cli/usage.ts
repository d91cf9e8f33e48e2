import { type ParseArgsConfig, parseArgs } from "node:util";

/** The command was called wrongly: exit code 2. */
export class Usage extends Error {}

export type Command = {
	name: string;
	/** One line for the overview. */
	summary: string;
	usage: string;
	help: string;
	/** @returns the exit code: 0 done, 1 refused or found wrong */
	run: (args: string[]) => Promise<number>;
};

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * The options as given.
 * @throws Usage when one is unknown or misses its value
 */
export function options<const O extends Options>(args: string[], config: O) {
	try {
		return parseArgs({ args, options: config, strict: true, allowPositionals: false }).values;
	} catch (error) {
		throw new Usage(error instanceof Error ? error.message : String(error));
	}
}

/**
 * The one file that is named, with the options.
 * @throws Usage when there is none or more than one, or an option is unknown
 */
export function fileAndOptions<const O extends Options>(args: string[], config: O, usage: string) {
	try {
		const { values, positionals } = parseArgs({
			args,
			options: config,
			strict: true,
			allowPositionals: true,
		});
		const [file] = positionals;
		if (file !== undefined && positionals.length === 1) return { file, values };
	} catch (error) {
		throw new Usage(error instanceof Error ? error.message : String(error));
	}
	throw new Usage(`Cara pakai: ${usage}`);
}

/** With --json exactly one JSON value on one line of standard output; else the text. */
export function report(json: boolean | undefined, value: unknown, text: string): void {
	process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}
