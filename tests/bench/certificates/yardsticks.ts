import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { finishedPdf, newPdf } from "#app/ui/pdf/document.server.ts";

const SECONDS = 2;

/** What one thread of this machine does of what a document is made of: a signature, and a page of text by pdfkit alone. */
export async function yardsticks(): Promise<{ signaturesPerS: number; barePagesPerS: number }> {
	const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const data = randomBytes(200);
	const signaturesPerS = await rate(async () => void sign("sha256", data, privateKey));
	const barePagesPerS = await rate(async () => {
		const pdf = newPdf({ title: "Sertifikat", lang: "id" });
		for (let leaf = 0; leaf < 2; leaf++) {
			pdf.addPage().font("regular").fontSize(11);
			for (let line = 0; line < 14; line++) pdf.text("Sari Utami Lestari, Pranata Komputer Ahli Muda");
		}
		await finishedPdf(pdf);
	});
	return { signaturesPerS, barePagesPerS };
}

async function rate(work: () => Promise<void>): Promise<number> {
	for (let n = 0; n < 5; n++) await work();
	const begun = performance.now();
	let done = 0;
	for (; performance.now() - begun < SECONDS * 1000; done++) await work();
	return done / ((performance.now() - begun) / 1000);
}
