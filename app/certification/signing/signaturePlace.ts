import type { Pdf } from "../../ui/pdf/document.server.ts";
import { PLACE, UNSIGNED_RANGE } from "./signedPdf.ts";

type Reference = { end: () => void };
type Form = { data: { Fields: Reference[]; SigFlags?: number; NeedAppearances: boolean } };
/** What pdfkit keeps of a document's catalogue, and of the page that is being written. */
type Inner = {
	_root: { data: { AcroForm?: Form } };
	page: { dictionary: Reference; annotations: unknown[] };
};

/** Bits of an annotation's flags (ISO 32000-1, table 165): hidden, locked. */
const HIDDEN_AND_LOCKED = 2 + 128;
/** There are signatures, and changes are only ever appended (ISO 32000-1, table 219). */
const SIGNED_AND_APPEND_ONLY = 3;

/**
 * Leaves an empty place for the one signature of a document (ISO 32000-1, 12.8; PAdES baseline, EN 319 142-1, 5.3), on the
 * page that is being written. Nothing of it is seen: what a document says of its signature stands in its text.
 */
export function placeForSignature(pdf: Pdf, { name, at }: { name: string; at: Date }): void {
	const { _root: root, page } = pdf as unknown as Inner;
	const signature = made(pdf, {
		Type: "Sig",
		Filter: "Adobe.PPKLite",
		SubFilter: "ETSI.CAdES.detached",
		ByteRange: UNSIGNED_RANGE,
		Contents: Buffer.alloc(PLACE),
		Name: text(name),
		M: at,
	});
	const field = made(pdf, {
		Type: "Annot",
		Subtype: "Widget",
		FT: "Sig",
		T: text("tanda-tangan"),
		V: signature,
		Rect: [0, 0, 0, 0],
		F: HIDDEN_AND_LOCKED,
		P: page.dictionary,
	});
	page.annotations.push(field);
	pdf.initForm();
	const form = root.data.AcroForm;
	if (!form) throw new Error("pdfkit has made no form");
	form.data.Fields.push(field);
	form.data.SigFlags = SIGNED_AND_APPEND_ONLY;
	// Whoever draws the field anew would change the document.
	form.data.NeedAppearances = false;
}

function made(pdf: Pdf, data: Record<string, unknown>): Reference {
	const reference = pdf.ref(data) as unknown as Reference;
	reference.end();
	return reference;
}

// To pdfkit a plain string is a PDF name, and a String object a text.
const text = (value: string): unknown => new String(value);
