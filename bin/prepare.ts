import { accessSync, constants, mkdirSync } from "node:fs";
import { registerAuthority } from "../app/certification/signing/authority.server.ts";
import { configuredSigner } from "../app/certification/signing/signers.server.ts";
import { environment } from "../app/http/env.server.ts";
import { checkFileStore } from "../app/http/fileStore.server.ts";
import { registerInstallationKey } from "../app/http/installationKey.server.ts";
import { closeDatabase, pingDatabase } from "../db/client.server.ts";
import { dataDir, dialect } from "../db/config.ts";
import { isNotADatabase } from "../db/errors.server.ts";
import { migrate } from "../db/migrate.server.ts";
import { prepareContent } from "./prepare/content.ts";
import { prepareDemo } from "./prepare/demo.ts";

/** Makes everything ready that the server needs; what fails is one sentence and exit code 1. */
try {
	const env = environment();
	writable(dataDir());
	await reachable();
	const keyChanged = await registerInstallationKey();
	if (keyChanged) process.stderr.write(`${keyChanged}\n`);
	configuredSigner(process.env, Date.now());
	const authorityChanged = await registerAuthority(Date.now());
	if (authorityChanged) process.stderr.write(`${authorityChanged}\n`);
	const otherStore = await checkFileStore();
	if (otherStore) process.stderr.write(`${otherStore}\n`);
	await prepareContent();
	await prepareDemo(env.demo);
	await closeDatabase();
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
	await closeDatabase().catch(() => {});
}

function writable(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		accessSync(folder, constants.W_OK | constants.R_OK);
	} catch {
		throw new Error(`Folder data ${folder} tidak dapat ditulisi; pilih yang lain dengan DATA_DIR=….`);
	}
}

async function reachable(): Promise<void> {
	try {
		await migrate();
		await pingDatabase();
	} catch (error) {
		if (isNotADatabase(error)) {
			throw new Error(
				`Berkas basis data di ${dataDir()} bukan basis data Cakap atau rusak; berkas itu tidak diubah.`,
			);
		}
		const reason = error instanceof Error ? error.message : String(error);
		const where = dialect() === "postgresql" ? "Basis data pada DATABASE_URL" : "Berkas basis data";
		throw new Error(`${where} tidak dapat dibuka: ${reason}.`);
	}
}
