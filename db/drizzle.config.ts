import { defineConfig } from "drizzle-kit";
import { dialect } from "./config.ts";

export default defineConfig({
	dialect: dialect(),
	schema: "./db/schema/index.ts",
	out: `./db/migrations/${dialect()}`,
});
