import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { importRegistry } from "#app/agencies/importRegistry.server.ts";
import { listAgencies, listProvinces } from "#app/agencies/listAgencies.server.ts";
import { parseRegistry } from "#app/agencies/registryFile.ts";
import { db } from "#db/client.server.ts";
import { agencies, agencyVersions, provinces } from "#db/schema/index.ts";
import { transaction } from "#db/transaction.server.ts";

const read = (name: string) =>
	readFileSync(path.resolve(import.meta.dirname, "../../content/framework/registry", name), "utf8");

it("the registry's files reach the database whole", async () => {
	for (const table of [agencyVersions, agencies, provinces]) await db.delete(table);
	const registry = parseRegistry({ provinces: read("provinces.csv"), agencies: read("agencies.csv") });
	await transaction((tx) => importRegistry(tx, registry));
	const { counts, agencies: listed } = await listAgencies();
	expect(counts).toMatchObject({ province: 38, regency: 415, city: 93, ministry: 48 });
	expect(listed).toHaveLength(registry.agencies.length);
	expect(await listProvinces()).toEqual(registry.provinces);
});
