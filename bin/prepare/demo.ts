import { count, eq } from "drizzle-orm";
import { db } from "../../db/client.server.ts";
import { people, settings } from "../../db/schema/index.ts";
import { seedDemo } from "../demo/seed.ts";

const MARK = "demo";

/**
 * Fills an empty database with the demo once, or, with the demo off, refuses a database that it marked.
 * @throws Error with one sentence for the operator
 */
export async function prepareDemo(wanted: boolean): Promise<void> {
	const [mark] = await db.select().from(settings).where(eq(settings.name, MARK));
	if (!wanted && mark) {
		throw new Error(
			"Basis data ini berisi data demo dengan akun terbuka. Mulai dengan yang kosong: pilih DATA_DIR lain atau basis data lain, lalu buat akun pertama dengan bin/cakap create-admin.",
		);
	}
	if (!wanted || mark?.value === "ready") return;
	const [existing] = await db.select({ n: count() }).from(people);
	if (!mark && (existing?.n ?? 0) > 0) {
		throw new Error(
			"Basis data ini sudah berisi orang sungguhan; demo tidak dicampurkan ke dalamnya. Jalankan dengan DEMO=off.",
		);
	}
	if (mark) {
		throw new Error(
			"Pengisian demo yang lalu terputus. Hapus folder datanya (bawaan: .data), lalu jalankan lagi.",
		);
	}
	await db.insert(settings).values({ name: MARK, value: "seeding" });
	process.stdout.write("Mengisi data demo (sekali saja) …\n");
	await seedDemo({ now: Date.now(), seed: 20_261_124 });
	await db.update(settings).set({ value: "ready" }).where(eq(settings.name, MARK));
}
