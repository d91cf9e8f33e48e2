import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePeopleManager } from "#app/access/managedPeople.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { duplicatesOf } from "#app/records/elsewhere/duplicates.server.ts";
import { findPiece } from "#app/records/elsewhere/pieces.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { reading } from "#db/transaction.server.ts";
import { act } from "./act.server.ts";
import { Decide } from "./components/Decide.tsx";
import { Duplicates } from "./components/Duplicates.tsx";
import { PieceFacts } from "./components/PieceFacts.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const piece = await findPiece(params.piece ?? "", scope, viewer.personId);
	if (!piece) throw notFound();
	const { id, name, title, issuer, number, startedOn, finishedOn, jp, recognisedJp, form } = piece;
	const { state, reason, decidedByName } = piece;
	return json({
		piece: {
			id,
			name,
			title,
			issuer,
			number,
			startedOn,
			finishedOn,
			jp,
			recognisedJp,
			form,
			state,
			reason,
			decidedByName,
		},
		duplicates: await reading((tx) => duplicatesOf(tx, piece)),
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, scope } = await requirePeopleManager(request);
	const form = await request.formData();
	const piece = await findPiece(params.piece ?? "", scope, viewer.personId);
	if (!piece) throw notFound();
	return act(form, piece, { viewer, scope, now: Date.now() });
}

export const meta: MetaFunction = () => [{ title: "Pengakuan pembelajaran · Cakap" }];

export default function DecisionPage() {
	const { piece, duplicates } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(elsewhereMessages);
	return (
		<>
			<p className="crumbs">
				<a href="/jp/pengakuan">{t.queue}</a>
			</p>
			<PageHeader title={piece.title} lead={piece.name} />
			<PieceFacts piece={piece} />
			<Duplicates duplicates={duplicates} />
			<Decide piece={piece} errors={last?.errors} typed={last?.typed} />
		</>
	);
}
