import { enterAs } from "../support/directSession.ts";
import { accountOf, expect, expectAccessible, test } from "../support/journey.ts";
import { siteRows } from "../support/siteRows.ts";

const one = (query: string) => siteRows<{ value: string }>(query)[0]?.value ?? "";
const colleague = () =>
	one(
		"select m.person_id as value from memberships m join agencies a on a.id = m.agency_id where a.code = '3204' and m.valid_to is null order by m.sort_key limit 1",
	);
const course = "/pelatihan/keamanan-siber";

/** What each of them may open; journeys look at the pages that need something to be done first. */
const pages: Record<string, () => string[]> = {
	nobody: () => [
		"/",
		"/masuk",
		"/aktivasi",
		"/lupa-sandi",
		"/sandi/tidak-ada",
		"/alamat/tidak-ada",
		"/bantuan",
		"/pelatihan",
		"/pelatihan?cari=tidak-ada",
		course,
		"/periksa",
		"/periksa/tanpa-cakap",
		`/periksa?code=${one("select code as value from certificates limit 1")}`,
		"/periksa?code=AAAA-AAAA",
		"/tidak/ada",
	],
	learner: () => [
		"/beranda",
		"/jp",
		"/jp?tahun=2025",
		"/jp/ajukan",
		"/beranda/kalender",
		"/asesmen",
		"/akun",
		"/kesiapan",
	],
	"training-admin": () => ["/studio"],
	reviewer: () => ["/studio", "/penilaian", "/ujian", "/statistik-soal", "/perbaikan-soal"],
	"agency-admin": () => [
		"/kesiapan/3204",
		"/orang",
		"/orang?cari=tidak-ada",
		"/orang/baru",
		"/orang/undangan",
		`/orang/${colleague()}`,
		`/orang/${colleague()}/ubah`,
		"/orang/ganda",
		`/orang/gabung?satu=${colleague()}&dua=${colleague()}`,
		`/orang/${colleague()}/ubah?tindakan=agency`,
		`/orang/${colleague()}/ubah?tindakan=employment`,
		"/peran",
		"/instansi",
		"/instansi/3204",
		"/instansi/3204?tanggal=kemarin",
		"/instansi/3204/impor-unit",
		"/instansi/3204/ubah?tindakan=agency.close",
		"/instansi/3204/impor",
		"/instansi/3204/sertifikat",
		"/instansi/3204/terbitan?sejak=kemarin",
		`/instansi/3204/ubah?tindakan=unit.split&unit=${one("select u.id as value from units u join agencies a on a.id = u.agency_id where a.code = '3204'")}`,
		"/jp/instansi",
		"/jp/siasn",
		"/jp/pengakuan",
		"/jp/instansi?siapa=semua",
		"/jalur",
		"/jalur/baru",
		"/penugasan",
		"/penugasan/baru",
		"/ujian",
		"/ujian?keadaan=semua",
		"/sesi-ujian",
		"/sesi-ujian/baru",
		`/ujian/${one("select t.id as value from attempts t join agencies a on a.id = t.agency_id where a.code = '3204'")}`,
		`/sertifikat/${one("select c.id as value from certificates c join agencies a on a.id = c.agency_id where a.code = '3204'")}`,
	],
	"unit-head": () => ["/kesiapan/3204", "/orang"],
	analyst: () => ["/kesiapan", "/kesiapan/95", "/kesiapan/9202"],
	auditor: () => ["/audit", "/audit?tindakan=tidak-ada"],
	"system-admin": () => [
		"/sistem",
		"/sistem/asesmen",
		"/orang?cari=si",
		"/sistem/kalender",
		"/sistem/surat",
		"/instansi",
		"/instansi?cari=tidak-ada",
	],
};

/** Each width and each scheme with every rule; the other two pairs with the one rule that both together decide. */
const looks = [
	{ width: 360, colorScheme: "light", rules: "all" },
	{ width: 1280, colorScheme: "dark", rules: "contrast" },
] as const;

/** Those with many pages are looked at in parts, which run side by side. */
const inParts: Record<string, number> = { nobody: 2, "agency-admin": 5, "system-admin": 2 };
const looked = Object.entries(pages).flatMap(([role, addresses]) => {
	const of = inParts[role] ?? 1;
	return Array.from({ length: of }, (_, part) => ({ role, addresses, part, of }));
});

for (const { role, addresses, part, of } of looked) {
	const which = of > 1 ? ` (${part + 1} of ${of})` : "";
	test(`the pages of ${role}${which} have no finding of axe and no sideways scroll, narrow and light, wide and dark`, async ({
		page,
		context,
	}) => {
		test.setTimeout(120_000);
		if (role !== "nobody") await enterAs(context, accountOf(role).identifier);
		const mine = addresses().filter((_, n) => n % of === part);
		expect(mine.length).toBeGreaterThan(0);
		for (const address of mine) {
			await page.goto(address);
			await expect(page.locator("h1")).toHaveCount(1);
			for (const { width, colorScheme, rules } of looks) {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ colorScheme });
				await expectAccessible(page, rules);
			}
		}
	});
}

test("in English every page says what it is in English", async ({ page }) => {
	await page.goto("/");
	await page.getByRole("button", { name: "English" }).click();
	for (const [address, title] of [
		["/masuk", "Sign in"],
		["/pelatihan", "Courses"],
		["/periksa", /certificate/i],
		["/bantuan", /help/i],
	] as const) {
		await page.goto(address);
		await expect(page.locator("html")).toHaveAttribute("lang", "en");
		await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
	}
});
