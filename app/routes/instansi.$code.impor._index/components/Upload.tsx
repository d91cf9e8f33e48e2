import { rosterScreenMessages } from "#app/i18n/messages/rosterScreen.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, type FieldErrors } from "#app/ui/fields.tsx";
import { Island } from "#app/ui/Island.tsx";
import { Button } from "#app/ui/Page.tsx";
import island from "../upload.island.ts?worker&url";

/** The file to check; the island says at once when it is too large to be sent at all. */
export function Upload({ code, errors }: { code: string; errors?: FieldErrors }) {
	const t = useMessages(rosterScreenMessages);
	return (
		<>
			<ErrorSummary errors={errors} />
			<form method="post" action={`/instansi/${code}/impor`} encType="multipart/form-data">
				<Field
					label={t.file}
					name="file"
					type="file"
					accept=".xlsx,.xlsm,.csv,.txt,.tsv"
					hint={t.fileHint}
					error={errors?.file}
					data-too-large={t.tooLarge}
				/>
				<Button>{t.check}</Button>
			</form>
			<Island src={island} />
		</>
	);
}
