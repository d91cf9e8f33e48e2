import { defineConfig } from "drizzle-kit";
import { dialect } from "./config.ts";

export default defineConfig({
	dialect: dialect(),
	schema: "./db/schema/index.ts",
	// The test of drift generates beside the real ones.
	out: process.env.MIGRATIONS_OUT ?? `./db/migrations/${dialect()}`,
});
