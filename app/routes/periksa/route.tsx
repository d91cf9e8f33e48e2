import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checksThrottled } from "#app/certification/checks.server.ts";
import { checkFile } from "#app/certification/document/check.server.ts";
import { certificateByHash } from "#app/certification/document/find.server.ts";
import { verifyCode } from "#app/certification/find.server.ts";
import { publicCertificate } from "#app/certification/public.ts";
import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { FileForm } from "./components/FileForm.tsx";
import { Outcome } from "./components/Outcome.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url);
	const code = searchParams.get("code")?.slice(0, 200) ?? "";
	const hash = searchParams.get("sidik")?.slice(0, 64).toLowerCase() ?? "";
	const nothing = { code, hash: "", outcome: null, waitSeconds: 0 };
	if (code.trim() === "" && hash === "") return json(nothing);
	const waitSeconds = await checksThrottled(request);
	if (waitSeconds > 0)
		return json(
			{ ...nothing, waitSeconds },
			{ status: 429, headers: { "Retry-After": String(waitSeconds) } },
		);
	const found = hash ? await certificateByHash(hash) : await verifyCode(code);
	const outcome = found
		? { ...publicCertificate(found, Date.now()), isFile: hash !== "" }
		: ({ status: hash ? "unknown-hash" : "unknown" } as const);
	return json({ ...nothing, hash, outcome }, { status: found ? 200 : 404, headers: noStore });
}

/** Checks a file; it is read and not kept. */
export async function action({ request }: ActionFunctionArgs) {
	const waitSeconds = await checksThrottled(request);
	if (waitSeconds > 0)
		return json(
			{ outcome: null, error: false, waitSeconds },
			{ status: 429, headers: { "Retry-After": String(waitSeconds) } },
		);
	const file = (await request.formData()).get("berkas");
	if (!(file instanceof File) || file.size === 0)
		return json({ outcome: null, error: true, waitSeconds: 0 }, { status: 400 });
	const now = Date.now();
	const checked = await checkFile(Buffer.from(await file.arrayBuffer()), now);
	const outcome =
		checked.kind === "genuine"
			? { ...publicCertificate(checked.certificate, now), isFile: true }
			: { status: checked.kind };
	return json({ outcome, error: false, waitSeconds: 0 }, { headers: noStore });
}

const noStore = { "Cache-Control": "no-store" };

export const meta: MetaFunction = () => [{ title: "Periksa sertifikat · Cakap" }];

export default function VerifyPage() {
	const asked = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const { code, hash } = asked;
	const { outcome, waitSeconds } = last ?? asked;
	const t = useMessages(certificationMessages);
	return (
		<>
			<PageHeader title={t.verifyTitle} lead={t.verifyLead} />
			{outcome ? <Outcome outcome={outcome} /> : null}
			<form method="get" className="stack">
				<Field
					label={t.code}
					name="code"
					defaultValue={code}
					hint={t.codeHint}
					error={waitSeconds > 0 ? t.tooMany(String(waitSeconds)) : undefined}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					required
				/>
				<Button>{t.verify}</Button>
			</form>
			<FileForm hasError={last?.error ?? false} unknown={outcome?.status === "unknown-hash" ? hash : ""} />
		</>
	);
}
