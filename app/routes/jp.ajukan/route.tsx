import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { badRequest, redirectWithToast, withoutForm } from "#app/http/responses.server.ts";
import { elsewhereMessages } from "#app/i18n/messages/elsewhere.ts";
import { jpMessages } from "#app/i18n/messages/jp.ts";
import { withdrawPiece } from "#app/records/elsewhere/handIn.server.ts";
import { ownPieces } from "#app/records/elsewhere/pieces.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { handInForm } from "./act.server.ts";
import { HandInForm } from "./components/HandInForm.tsx";
import { OwnPieces } from "./components/OwnPieces.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
	const { personId } = await requireViewer(request);
	const pieces = await ownPieces(personId);
	return json({
		pieces: pieces.map(({ id, title, issuer, jp, recognisedJp, state, reason }) => ({
			...{ id, title, issuer, jp, recognisedJp, state, reason },
		})),
	});
}

export async function action({ request }: ActionFunctionArgs) {
	const isFile = request.headers.get("Content-Type")?.startsWith("multipart/form-data") ?? false;
	const viewer = await requireViewer(request).catch((thrown) => {
		throw isFile ? withoutForm(thrown) : thrown;
	});
	const form = await request.formData().catch(() => {
		throw badRequest();
	});
	if (form.get("intent") !== "withdraw") return handInForm(form, viewer, Date.now());
	const t = elsewhereMessages[viewer.lang];
	const id = String(form.get("piece") ?? "");
	const done = await transaction((tx) => withdrawPiece(tx, viewer.personId, id));
	return redirectWithToast(
		"/jp/ajukan",
		done ? { kind: "good", text: t.withdrawn } : { kind: "bad", text: t.notOpen },
	);
}

export const meta: MetaFunction = () => [{ title: "Ajukan pembelajaran · Cakap" }];

export default function HandInPage() {
	const { pieces } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(elsewhereMessages);
	const j = useMessages(jpMessages);
	return (
		<>
			<p className="crumbs">
				<a href="/jp">{j.title}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			<HandInForm errors={last?.errors} typed={last?.typed ?? {}} />
			<section>
				<h2>{t.own}</h2>
				<OwnPieces pieces={pieces} />
			</section>
		</>
	);
}
