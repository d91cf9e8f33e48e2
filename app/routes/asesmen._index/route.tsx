import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { placementPage } from "#app/assessment/placement/view.server.ts";
import { forbidden, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { placementMessages } from "#app/i18n/messages/placement.ts";
import { answerWith, beginFor, placementForm } from "./act.server.ts";
import { PlacementIntro } from "./components/PlacementIntro.tsx";
import { PlacementItem } from "./components/PlacementItem.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const { personId } = await requireViewer(request);
	return json(await placementPage(personId, Date.now()));
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const form = await request.formData();
	const parsed = placementForm.safeParse(Object.fromEntries(form));
	if (!parsed.success) return json({ problem: "notDrawn" as const }, 400);
	const now = Date.now();
	if (parsed.data.intent === "begin") {
		if (!viewer.agency) throw forbidden();
		const begun = await beginFor(viewer, viewer.agency.id, now);
		return begun.kind === "empty-bank" ? json({ problem: "emptyBank" as const }, 400) : next();
	}
	const given = await answerWith(form, parsed.data, viewer.personId, now);
	switch (given.kind) {
		case "unknown":
			throw notFound();
		case "nothing":
			return json({ problem: "nothing" as const }, 400);
		case "not-drawn":
			return json({ problem: "notDrawn" as const }, 400);
		case "wrong-shape":
			return json({ problem: "wrongShape" as const }, 400);
		case "answered-before":
			return redirectWithToast("/asesmen", { kind: "good", text: placementMessages[viewer.lang].before });
		case "taken":
			return given.step.kind === "finished" ? redirect("/asesmen/hasil", 303) : next();
	}
}

const next = () => redirect("/asesmen", 303);

export const meta: MetaFunction = () => [{ title: "Asesmen awal · Cakap" }];

export default function PlacementRoute() {
	const page = useLoaderData<typeof loader>();
	const problem = useActionData<typeof action>()?.problem ?? null;
	return page.current && page.entry.kind === "open" ? (
		<PlacementItem
			sittingId={page.entry.sittingId}
			item={page.current}
			maxItems={page.maxItems}
			problem={problem}
		/>
	) : (
		<PlacementIntro page={page} problem={problem} />
	);
}
