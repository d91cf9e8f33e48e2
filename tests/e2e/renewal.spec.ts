import { inSite } from "../support/copiedCourse.ts";
import { examinee } from "../support/examinee.ts";
import { expect, expectAccessible, test } from "../support/journey.ts";

const course = "/pelatihan/keamanan-siber";

/**
 * Gives the person a certificate of the course's version as it was: with the first lesson in other words and without two
 * of its items, and valid for another month only.
 */
function passedAnEarlierVersion(number: string): string {
	return inSite((client) => {
		const one = (text: string, ...values: unknown[]) =>
			client.prepare(text).get(...values) as Record<string, unknown>;
		const copy = (table: string, row: Record<string, unknown>, rest: Record<string, unknown>) => {
			const whole = { ...row, ...rest };
			const names = Object.keys(whole);
			const marks = names.map(() => "?").join(", ");
			client
				.prepare(`insert into ${table} (${names.join(", ")}) values (${marks})`)
				.run(...Object.values(whole));
		};
		const person = String(one("select person_id as id from identifiers where value = ?", number).id);
		const now = one(
			"select v.* from course_versions v join courses c on c.current_version_id = v.id where c.slug = 'keamanan-siber'",
		);
		const versionId = `lama-${number}`;
		const earlier = -Number(one("select count(*) as n from course_versions").n);
		copy("course_versions", now, { id: versionId, number: earlier, content_hash: versionId });
		for (const lesson of client.prepare("select * from lessons where version_id = ?").all(now.id)) {
			const row = lesson as Record<string, unknown>;
			const other = row.position === 1 ? { source_hash: "lain" } : {};
			copy("lessons", row, { id: `${versionId}-${row.slug}`, version_id: versionId, ...other });
		}
		const bank = client.prepare("select * from items where version_id = ? order by code").all(now.id);
		for (const row of bank.slice(2) as Record<string, unknown>[])
			copy("items", row, { id: `${versionId}-${row.code}`, version_id: versionId });
		const [certificate, enrolment] = ["certificates", "enrolments"].map((table) =>
			one(
				`select t.* from ${table} t join courses c on c.id = t.course_id where c.slug = 'keamanan-siber' and t.${table === "certificates" ? "revoked_at is null" : "passed_at is not null"} limit 1`,
			),
		);
		const enrolmentId = `e-${number}`;
		copy("enrolments", enrolment ?? {}, { id: enrolmentId, person_id: person, version_id: versionId });
		const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
		copy("certificates", certificate ?? {}, {
			...{ id: `s-${number}`, code: `KODE${number}`, number: `UJI/${number}`, attempt_id: `a-${number}` },
			...{ person_id: person, enrolment_id: enrolmentId, version_id: versionId, valid_until: until },
		});
		return until;
	});
}

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });

test("a certificate that runs out is renewed by what is new: one lesson and two items, without a script", async ({
	page,
}) => {
	const { number } = await examinee(page);
	passedAnEarlierVersion(number);
	await page.goto(course);
	const main = page.locator("main");
	await expect(main).toContainText("Sertifikat Anda berlaku sampai");
	await page.getByRole("link", { name: "Perpanjang sertifikat" }).click();
	await expect(main).toContainText("1 pelajaran dan 2 soal");
	await expect(main).toContainText("7 pelajaran dan");
	await expect(main).toContainText("Mengapa kantor kecil pun diserang");
	await page.getByRole("button", { name: "Mulai dengan yang baru" }).click();
	await expect(main).toContainText("1 pelajaran belum dibaca, lalu ujian 2 soal");
	await expect(main).toContainText("2 soal, 5 menit");
	await page.goto(`${course}/ujian`);
	await page.getByRole("button", { name: "Mulai ujian" }).click();
	await expect(page.locator(".exam-item")).toHaveCount(2);
	await page.goto(`${course}/perpanjang`);
	await expect(page).toHaveURL(new RegExp(`${course}$`));
});

test.describe("with a script", () => {
	test.use({ javaScriptEnabled: true, viewport: { width: 1280, height: 800 } });
	test("the ways to renew have no finding of axe", async ({ page }) => {
		const { number } = await examinee(page);
		passedAnEarlierVersion(number);
		await page.goto(`${course}/perpanjang`);
		await expect(page.getByRole("button", { name: "Mulai seluruh pelatihan" })).toBeVisible();
		await expectAccessible(page);
		await page.goto(course);
		await expect(page.getByRole("link", { name: "Perpanjang sertifikat" })).toBeVisible();
		await expectAccessible(page);
	});
});
