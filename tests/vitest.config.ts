import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");
const shared = {
	root,
	resolve: {
		alias: ["app", "db", "bin", "tests"].map((name) => ({
			find: `#${name}`,
			replacement: `${root}/${name}`,
		})),
	},
};
const test = {
	pool: "threads" as const,
	testTimeout: process.env.TEST_LONG ? 1_200_000 : 30_000,
	hookTimeout: 60_000,
	restoreMocks: true,
};
/** These put another module in the place of one that the others share. */
const alone = "tests/catalog/checkContent.test.ts";
const aloneWithDatabase = "tests/access/signIn.db.test.ts";
const setUp = ["tests/support/failOnConsoleError.ts", "tests/support/runs.ts"];
const database = {
	...test,
	// Loaded once for all files they cost a third; each file still has a database of its own.
	isolate: false,
	include: ["tests/**/*.db.test.{ts,tsx}"],
	exclude: [aloneWithDatabase],
	setupFiles: [...setUp, "tests/support/freshDatabase.ts"],
};

const onBoth = (name: string, options: typeof database) => [
	{
		...shared,
		test: {
			...options,
			name: `sqlite${name}`,
			env: { TEST_DIALECT: "sqlite" },
			globalSetup: ["tests/support/sqliteTemplate.ts"],
		},
	},
	{
		...shared,
		test: {
			...options,
			name: `postgresql${name}`,
			env: { TEST_DIALECT: "postgresql" },
			globalSetup: ["tests/support/postgres.ts"],
		},
	},
];

/** `*.db.test.ts` runs once on SQLite and once on a real PostgreSQL; every other test needs no database. */
export default defineConfig({
	...shared,
	test: {
		maxWorkers: 3,
		projects: [
			{
				...shared,
				test: {
					...test,
					name: "rules",
					// Rules keep no state: loaded once for all files they cost half.
					isolate: false,
					include: ["tests/**/*.test.{ts,tsx}"],
					exclude: ["tests/**/*.db.test.{ts,tsx}", "tests/e2e/**", "tests/bench/**", alone],
					setupFiles: setUp,
				},
			},
			{ ...shared, test: { ...test, name: "alone", include: [alone], setupFiles: setUp } },
			...onBoth("", database),
			...onBoth("-alone", { ...database, isolate: true, include: [aloneWithDatabase], exclude: [] }),
		],
	},
});
