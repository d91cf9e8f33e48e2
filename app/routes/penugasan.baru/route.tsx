import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAssigner } from "#app/access/assigner.server.ts";
import { assignmentMessages } from "#app/i18n/messages/assignments.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { act } from "./act.server.ts";
import { AssignmentForm } from "./components/AssignmentForm.tsx";
import { PreviewBox } from "./components/PreviewBox.tsx";
import { assignmentGround } from "./ground.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, scope } = await requireAssigner(request);
	const { choices } = await assignmentGround(scope, viewer.lang);
	const path = new URL(request.url).searchParams.get("jalur");
	return json({ choices, isWhole: scope.kind === "agency", target: path ? `path:${path}` : "" });
}

export async function action({ request }: ActionFunctionArgs) {
	const assigner = await requireAssigner(request);
	return act(await request.formData(), assigner, Date.now());
}

export const meta: MetaFunction = () => [{ title: "Buat penugasan · Cakap" }];

export default function NewAssignmentPage() {
	const { choices, isWhole, target } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(assignmentMessages);
	return (
		<>
			<p className="crumbs">
				<a href="/penugasan">{t.back}</a>
			</p>
			{last?.kind === "preview" ? (
				<>
					<PageHeader title={t.previewTitle} lead={last.title} />
					<PreviewBox preview={last.preview} typed={last.typed} />
				</>
			) : (
				<>
					<PageHeader title={t.create} />
					<AssignmentForm
						choices={choices}
						isWhole={isWhole}
						errors={last?.errors}
						typed={last?.typed ?? { target }}
					/>
				</>
			)}
		</>
	);
}
