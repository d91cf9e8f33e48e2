import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dropMail, openKeptMail, resendMail } from "#app/access/mailOutbox.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { environment } from "#app/http/env.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { mailMessages } from "#app/i18n/messages/mail.ts";
import { findMail } from "#app/jobs/mail/mailList.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { MailActs } from "./components/MailActs.tsx";

const intents = z.enum(["show", "send", "discard"]);

export async function loader({ request, params }: LoaderFunctionArgs) {
	await requirePermission(request, "mail.manage");
	const mail = await findMail(params.mail ?? "");
	if (!mail) throw notFound();
	return json({ mail, hasServer: environment().mail !== null });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "mail.manage");
	const intent = intents.safeParse((await request.formData()).get("intent"));
	if (!intent.success) throw badRequest();
	const mail = await findMail(params.mail ?? "");
	if (!mail) throw notFound();
	const t = mailMessages[viewer.lang];
	const act = { mailId: mail.id, actor: { id: viewer.personId, name: viewer.name }, now: Date.now() };
	const here = `/sistem/surat/${mail.id}`;
	if (intent.data === "show") {
		const kept = await transaction((tx) => openKeptMail(tx, act));
		return kept ? json({ kept }) : redirectWithToast(here, { kind: "bad", text: t.gone });
	}
	const isSend = intent.data === "send";
	const done = await transaction((tx) => (isSend ? resendMail(tx, act) : dropMail(tx, act)));
	if (!done) return redirectWithToast(here, { kind: "bad", text: t.gone });
	return redirectWithToast("/sistem/surat", { kind: "good", text: isSend ? t.queued : t.discarded });
}

export const meta: MetaFunction = () => [{ title: "Surat · Sistem · Cakap" }];

export default function OneMailPage() {
	const { mail, hasServer } = useLoaderData<typeof loader>();
	const kept = useActionData<typeof action>()?.kept;
	const t = useMessages(mailMessages);
	const { lang, timeZone } = useFrame();
	const moment = (at: number) => formatMoment(at, lang, timeZone);
	return (
		<>
			<p className="crumbs">
				<a href="/sistem/surat">{t.back}</a>
			</p>
			<PageHeader title={mail.subject} />
			<dl className="facts">
				<dt>{t.to}</dt>
				<dd>{kept?.address ?? mail.address}</dd>
				<dt>{t.state}</dt>
				<dd>{t[`state.${mail.state}`]}</dd>
				<dt>{t.created}</dt>
				<dd>{moment(mail.createdAt)}</dd>
				<dt>{mail.finishedAt === null ? t.due : t.finished}</dt>
				<dd>{moment(mail.finishedAt ?? mail.dueAt)}</dd>
				<dt>{t.attempts}</dt>
				<dd>{mail.attempts}</dd>
				<dt>{t.error}</dt>
				<dd>{mail.lastError ?? "–"}</dd>
			</dl>
			{kept ? (
				<section aria-label={t.body}>
					<h2>{t.body}</h2>
					<p className="written">{kept.body}</p>
				</section>
			) : null}
			{mail.state === "kept" ? null : <p className="quiet">{t.hidden}</p>}
			<MailActs state={mail.state} hasServer={hasServer} isOpen={kept !== undefined} />
		</>
	);
}
