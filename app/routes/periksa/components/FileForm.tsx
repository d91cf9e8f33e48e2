import { certificationMessages } from "#app/i18n/messages/certification.ts";
import { checkingMessages } from "#app/i18n/messages/checking.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Island } from "#app/ui/Island.tsx";
import { Button } from "#app/ui/Page.tsx";
import island from "../hash.island.ts?worker&url";

/** Checks a PDF; `unknown` is the fingerprint of one that was not known by it, so that the file itself is sent next. */
export function FileForm({ hasError, unknown }: { hasError: boolean; unknown: string }) {
	const t = useMessages(certificationMessages);
	const c = useMessages(checkingMessages);
	return (
		<section>
			<h2>{t.fileTitle}</h2>
			<p>{t.fileLead}</p>
			<form
				method="post"
				encType="multipart/form-data"
				className="stack"
				id="file-check"
				data-unknown={unknown}
			>
				<Field
					label={t.file}
					name="berkas"
					type="file"
					accept="application/pdf,.pdf"
					hint={t.fileHint}
					error={hasError ? t.fileNeeded : undefined}
				/>
				<Button kind="plain">{t.checkFile}</Button>
			</form>
			<p>
				<a href="/periksa/tanpa-cakap">{c.link}</a>
			</p>
			<Island src={island} />
		</section>
	);
}
