import { execFileSync } from "node:child_process";

export type BuiltRoute = { id: string; path: string; loads: boolean; acts: boolean; isPage: boolean };

const script = `
const { routes } = await import(process.argv[1]);
const full = (id) => (id ? [full(routes[id].parentId), routes[id].path].filter(Boolean).join("/") : "");
process.stdout.write(JSON.stringify(Object.values(routes).filter(({ id }) => id !== "root").map(({ id, module }) => ({
	id, path: "/" + full(id), loads: !!module.loader, acts: !!module.action, isPage: !!module.default,
}))));
process.exit(0);
`;

/** Every route of the built program, from its own list; read in a process of its own, for it opens a database. */
export function routeList(dataDir: string): BuiltRoute[] {
	const args = ["--input-type=module", "--eval", script, `${process.cwd()}/build/server/index.js`];
	const env = { ...process.env, DATA_DIR: dataDir };
	return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" }));
}
