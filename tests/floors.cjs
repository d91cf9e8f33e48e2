// The floors of the house: a room imports from lower floors only, and rooms on one floor not from each other.
const floors = [
	["access"],
	["records", "studio"],
	["readiness"],
	["certification"],
	["learning"],
	["assessment"],
	["catalog", "people"],
	["agencies"],
	["activity", "jobs"],
	["mdx"],
	["ui", "offline"],
	["http", "i18n"],
];

const room = (names) => `^app/(${names.join("|")})/`;

const upward = floors.flatMap((floor, level) => {
	const above = floors.slice(0, level).flat();
	return floor.map((name) => {
		const neighbours = floor.filter((other) => other !== name);
		return {
			name: `floor-of-${name}`,
			severity: "error",
			from: { path: room([name]) },
			to: {
				path: [
					`^(bin|app/routes)/`,
					"^app/(root|entry\\.)",
					...([...above, ...neighbours].length ? [room([...above, ...neighbours])] : []),
				],
			},
		};
	});
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: "no-circle",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{ name: "db-at-the-bottom", severity: "error", from: { path: "^db/" }, to: { path: "^(app|bin)/" } },
		{
			name: "only-access-knows-lucia",
			severity: "error",
			from: { pathNot: "^app/access/" },
			to: { path: "node_modules/lucia" },
		},
		{
			name: "rules-are-pure",
			comment: "A file without .server is a plain rule: no database, no request.",
			severity: "error",
			from: {
				path: "^app/(?!routes|root|entry)[^/]+/(?!.*\\.server\\.).*\\.tsx?$",
				pathNot:
					"^app/(mdx/worker|access/letterWorker|records/jp/statementWorker|certification/document/printWorker)",
			},
			to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
		},
		...upward,
	],
	options: {
		doNotFollow: { path: "node_modules" },
		tsConfig: { fileName: "tsconfig.json" },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			extensions: [".ts", ".tsx", ".js"],
			exportsFields: ["exports"],
			conditionNames: ["import", "node"],
		},
	},
};
