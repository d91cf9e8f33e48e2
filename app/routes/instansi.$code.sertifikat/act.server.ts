import { json } from "@remix-run/node";
import type { Viewer } from "#app/access/viewer.server.ts";
import type { FoundAgency } from "#app/agencies/searchAgencies.server.ts";
import { setDesign } from "#app/certification/design/designs.server.ts";
import { embeds } from "#app/certification/design/embeds.server.ts";
import { type LogoFault, readLogo } from "#app/certification/design/logo.ts";
import { schemeFault } from "#app/certification/number.ts";
import { setScheme } from "#app/certification/schemes.server.ts";
import { putFile } from "#app/http/files.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { designMessages } from "#app/i18n/messages/designs.ts";
import { schemeMessages } from "#app/i18n/messages/schemes.ts";
import type { FieldErrors } from "#app/ui/fields.tsx";
import type { LogoType } from "#db/schema/certification.ts";
import { transaction } from "#db/transaction.server.ts";

type By = { viewer: Viewer; agency: FoundAgency; now: number };

/** Sets how certificates are numbered. */
export async function changeScheme(form: FormData, { viewer, agency, now }: By) {
	const t = schemeMessages[viewer.lang];
	const scheme = String(form.get("scheme") ?? "")
		.trim()
		.slice(0, 200);
	const fault = schemeFault(scheme);
	const errors: FieldErrors = fault ? { scheme: t[`fault_${fault}`] } : {};
	if (fault) return json({ errors, scheme }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	await transaction((tx) => setScheme(tx, { agencyId: agency.id, scheme, actor, now }));
	return saved(agency, t.saved);
}

/** Sets what certificates show of the agency. */
export async function changeDesign(form: FormData, { viewer, agency, now }: By) {
	const t = designMessages[viewer.lang];
	const text = (name: string) =>
		String(form.get(name) ?? "")
			.replace(/\s+/g, " ")
			.trim();
	const design = { unitName: text("unit"), signatory: { name: text("nama"), position: text("jabatan") } };
	const errors: FieldErrors = {};
	if (design.unitName.length > 120) errors.unit = t.tooLong;
	const { name, position } = design.signatory;
	if (name.length > 120 || (position !== "" && name === "")) errors.nama = t.badSignatory;
	if (position.length > 120 || (name !== "" && position === "")) errors.jabatan = t.badSignatory;
	const logo = await logoIn(form);
	if (logo.kind === "fault") errors.logo = t[`fault_${logo.fault}`];
	if (logo.kind === "new" && form.get("bukan") !== "ya") errors.bukan = t.needsWord;
	if (Object.keys(errors).length > 0) return json({ errors, design }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	const kept = await keptLogo(logo);
	await transaction((tx) => setDesign(tx, { ...design, agencyId: agency.id, logo: kept, actor, now }));
	return saved(agency, t.saved);
}

const saved = ({ code }: FoundAgency, text: string) =>
	redirectWithToast(`/instansi/${code}/sertifikat`, { kind: "good", text });

type GivenLogo =
	| { kind: "keep" | "none" }
	| { kind: "fault"; fault: LogoFault }
	| { kind: "new"; bytes: Uint8Array; type: LogoType };

/** What a form says of the logo. */
async function logoIn(form: FormData): Promise<GivenLogo> {
	const given = form.get("logo");
	if (!(given instanceof File) || given.size === 0)
		return { kind: form.get("tanpa") === "ya" ? "none" : "keep" };
	const bytes = new Uint8Array(await given.arrayBuffer());
	const read = readLogo(bytes);
	if ("fault" in read) return { kind: "fault", fault: read.fault };
	return (await embeds(bytes)) ? { kind: "new", bytes, type: read.type } : { kind: "fault", fault: "kind" };
}

async function keptLogo(logo: GivenLogo) {
	if (logo.kind === "new") return { ...(await putFile(logo.bytes)), type: logo.type };
	return logo.kind === "keep" ? ("keep" as const) : null;
}
