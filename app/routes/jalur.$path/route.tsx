import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireWholeAssigner } from "#app/access/assigner.server.ts";
import { notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { pathMessages } from "#app/i18n/messages/paths.ts";
import { changePath, retirePath } from "#app/learning/paths/pathActs.server.ts";
import { findPath } from "#app/learning/paths/pathList.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { PathForm } from "../jalur.baru/components/PathForm.tsx";
import { checkPath, typedPath } from "../jalur.baru/form.ts";
import { pathGround, valuesOf } from "../jalur.baru/ground.server.ts";

/** A path of the viewer's own agency. @throws Response 404 for any other, national ones included */
async function ownPath({ agencyId }: { agencyId: string }, id: string | undefined) {
	const path = await findPath(id ?? "", agencyId);
	if (!path || path.agencyId === null) throw notFound();
	return path;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const assigner = await requireWholeAssigner(request);
	const { title, reason, roles, steps } = await ownPath(assigner, params.path);
	const ground = await pathGround(assigner.agencyId, assigner.viewer.lang);
	return json({ ground, path: { title, reason, roles, steps } });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const assigner = await requireWholeAssigner(request);
	const { viewer, agencyId } = assigner;
	const { id: pathId } = await ownPath(assigner, params.path);
	const t = pathMessages[viewer.lang];
	const form = await request.formData();
	const act = { pathId, agencyId, actor: { id: viewer.personId, name: viewer.name }, now: Date.now() };
	if (form.get("intent") === "retire") {
		const reason = String(form.get("retireWhy") ?? "").trim();
		if (reason.length < 10 || reason.length > 400)
			return json({ errors: { retireWhy: t.badRetireWhy }, typed: undefined, reason }, { status: 400 });
		await transaction((tx) => retirePath(tx, { ...act, reason }));
		return redirectWithToast("/jalur", { kind: "good", text: t.retired });
	}
	const typed = typedPath(form);
	const { courses, roles } = await pathGround(agencyId, viewer.lang);
	const { input, errors } = checkPath(typed, valuesOf(courses), valuesOf(roles), t);
	if (Object.keys(errors).length > 0) return json({ errors, typed, reason: "" }, { status: 400 });
	await transaction((tx) => changePath(tx, input, act));
	return redirectWithToast("/jalur", { kind: "good", text: t.changed });
}

export const meta: MetaFunction = () => [{ title: "Ubah jalur belajar · Cakap" }];

export default function PathPage() {
	const { ground, path } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(pathMessages);
	const errors: Record<string, string> | undefined = last?.errors;
	const isRetiring = errors?.retireWhy !== undefined;
	return (
		<>
			<p className="crumbs">
				<a href="/jalur">{t.back}</a>
			</p>
			<PageHeader title={t.change} />
			<PathForm {...ground} errors={isRetiring ? undefined : errors} typed={last?.typed ?? path} />
			<h2>{t.retire}</h2>
			<p>{t.retireNote}</p>
			<form method="post">
				<ErrorSummary errors={isRetiring ? errors : undefined} />
				<Field
					label={t.retireWhy}
					name="retireWhy"
					required
					minLength={10}
					maxLength={400}
					defaultValue={last?.reason}
					error={errors?.retireWhy}
				/>
				<Button kind="danger" name="intent" value="retire">
					{t.retire}
				</Button>
			</form>
		</>
	);
}
