import { finishedPdf, newPdf } from "../../ui/pdf/document.server.ts";

/** Whether a picture can be put into a document: its head may be right and the rest of it broken. */
export async function embeds(bytes: Uint8Array): Promise<boolean> {
	try {
		const pdf = newPdf({ title: "Logo", lang: "id" });
		pdf.addPage().image(Buffer.from(bytes), 0, 0, { fit: [100, 100] });
		await finishedPdf(pdf);
		return true;
	} catch {
		return false;
	}
}
