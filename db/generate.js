// Makes the next migration for both databases from the one schema: npm run db:generate -- <name>
import { execFileSync } from "node:child_process";

const name = process.argv[2];
if (!name) {
	console.error("Cara pakai: npm run db:generate -- <nama>");
	process.exit(2);
}
for (const DATABASE_URL of ["", "postgres://schema-only"]) {
	execFileSync("npx", ["drizzle-kit", "generate", "--config", "db/drizzle.config.ts", "--name", name], {
		stdio: "inherit",
		env: { ...process.env, DATABASE_URL },
	});
}
