import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { placementParameters, placementParameterVersions } from "#db/schema/index.ts";
import { competenceFramework } from "../../catalog/framework.server.ts";
import type { Item } from "../item.ts";
import { nationalBankStamp, nationalItems } from "../nationalBank.server.ts";
import type { Parameters, PoolItem } from "./model.ts";
import { authorsParameters, isScoredAtOnce, placeOf } from "./parameters.ts";
import type { PlacementPolicy } from "./policy.ts";

export type BankItem = PoolItem & { askedHash: string; item: Item };
/** The items that placement draws from, with the parameters of one version. */
export type PlacementBank = {
	parameterVersion: number;
	domains: string[];
	items: BankItem[];
	byId: ReadonlyMap<string, BankItem>;
};

let kept: { stamp: string; banks: WeakMap<PlacementPolicy, Map<number, PlacementBank>> } | undefined;

/** The national bank with the newest parameters, or with those of an older version; made anew only when it changes. */
export async function placementBank(policy: PlacementPolicy, version?: number): Promise<PlacementBank> {
	const [stamp, parameterVersion] = await Promise.all([nationalBankStamp(), version ?? newestVersion()]);
	if (kept?.stamp !== stamp) kept = { stamp, banks: new WeakMap() };
	const { banks } = kept;
	const byVersion = banks.get(policy) ?? new Map<number, PlacementBank>();
	banks.set(policy, byVersion);
	const bank = byVersion.get(parameterVersion) ?? (await readBank(policy, parameterVersion));
	byVersion.set(parameterVersion, bank);
	return bank;
}

async function readBank(policy: PlacementPolicy, parameterVersion: number): Promise<PlacementBank> {
	const measured = await parametersOf(parameterVersion);
	const scored = (await nationalItems()).filter(({ item }) => isScoredAtOnce(item));
	const items = scored.map(({ id, askedHash, item }) => {
		const own = measured.get(askedHash) ?? authorsParameters(item, policy);
		return { id, askedHash, item, ...own, ...placeOf(item) };
	});
	const domains = competenceFramework().domains.map(({ code }) => code);
	return { parameterVersion, domains, items, byId: new Map(items.map((one) => [one.id, one])) };
}

/** The number of the parameters in force; 0 while only the authors' parameters are there. */
export async function newestVersion(): Promise<number> {
	const { number } = placementParameterVersions;
	const [row] = await db.select({ number }).from(placementParameterVersions).orderBy(desc(number)).limit(1);
	return row?.number ?? 0;
}

async function parametersOf(version: number): Promise<Map<string, Parameters>> {
	const rows = await db.select().from(placementParameters).where(eq(placementParameters.version, version));
	return new Map(
		rows.map(({ askedHash, difficulty, discrimination }) => [askedHash, { difficulty, discrimination }]),
	);
}
