// Preloaded into the program by a test: while the file that FULL_DISK names exists, the database may not grow.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

const Database = createRequire(`${process.cwd()}/package.json`)("better-sqlite3");
const { prepare } = Database.prototype;
Database.prototype.prepare = function limited(sql) {
	const statement = prepare.call(this, sql);
	if (!/^BEGIN/.test(sql)) return statement;
	const run = () => {
		this.pragma(`max_page_count = ${existsSync(process.env.FULL_DISK) ? 1 : 1_073_741_823}`);
		return statement.run();
	};
	return { run };
};
