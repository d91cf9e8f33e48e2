import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireBoth, requireMerger } from "#app/access/merger.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { mergingMessages } from "#app/i18n/messages/merging.ts";
import { mergePeople } from "#app/records/merge/mergePeople.server.ts";
import { mergePreview } from "#app/records/merge/sideBySide.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { type Preview, SideBySide } from "./components/SideBySide.tsx";

async function requirePair(request: Request) {
	const { viewer, scope } = await requireMerger(request);
	const params = new URL(request.url).searchParams;
	const both = await requireBoth(scope, params.get("satu") ?? "", params.get("dua") ?? "");
	return { viewer, ...both };
}

export async function loader({ request }: LoaderFunctionArgs) {
	const { kept, gone, own } = await requirePair(request);
	return json(await mergePreview(kept, gone, own));
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, kept, gone, own } = await requirePair(request);
	const typed = String((await request.formData()).get("reason") ?? "").slice(0, 2000);
	const reason = typed.replace(/\s+/g, " ").trim();
	const t = mergingMessages[viewer.lang];
	const fail = (errors: Record<string, string>) => json({ errors, typed }, { status: 400 });
	if (reason.length < 10 || reason.length > 500) return fail({ reason: t.reasonNeeded });
	const [keptId, goneId] = [kept.personId, gone.personId];
	if (viewer.personId === keptId || viewer.personId === goneId) return fail({ "": t.self });
	const actor = { id: viewer.personId, name: viewer.name };
	const merging = { keptId, goneId, reason, own, actor, now: Date.now() };
	const made = await transaction((tx) => mergePeople(tx, merging));
	if ("fault" in made) return fail({ "": t[`fault.${made.fault}`] });
	return redirectWithToast(`/orang/gabung/${made.id}`, { kind: "good", text: t.merged });
}

export const meta: MetaFunction = () => [{ title: "Gabungkan dua data · Cakap" }];

export default function MergePage() {
	const preview = useLoaderData<typeof loader>() as Preview;
	const last = useActionData<typeof action>();
	const t = useMessages(mergingMessages);
	const [satu, dua] = [preview.kept.person.personId, preview.gone.person.personId];
	return (
		<>
			<p className="crumbs">
				<a href="/orang/ganda">{t.title}</a>
			</p>
			<PageHeader title={t.mergeTitle} lead={t.mergeLead} />
			<ErrorSummary errors={last?.errors} />
			<SideBySide preview={preview} />
			<p>
				<a href={`/orang/gabung?satu=${dua}&dua=${satu}`}>{t.swap}</a>
			</p>
			<Effects preview={preview} />
			{preview.fault ? (
				<p className="notice">{t[`fault.${preview.fault}`]}</p>
			) : (
				<form method="post" className="prose">
					<TextArea
						label={t.reasonLabel}
						name="reason"
						rows={2}
						hint={t.reasonHint}
						defaultValue={last?.typed}
						error={last?.errors.reason}
					/>
					<Button>{t.merge}</Button>
				</form>
			)}
		</>
	);
}

function Effects({ preview: { shared, jpTwice, hasBothPosts } }: { preview: Preview }) {
	const t = useMessages(mergingMessages);
	const { lang } = useFrame();
	return (
		<ul className="prose">
			{shared.length > 0 ? <li>{t.shared(shared.join(", "))}</li> : null}
			{jpTwice > 0 ? <li>{t.jpTwice(formatNumber(jpTwice, lang))}</li> : null}
			{hasBothPosts ? <li>{t.bothPosts}</li> : null}
			<li>{t.keeps}</li>
			<li>{t.undoable}</li>
		</ul>
	);
}
