import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { openInvitations } from "#app/access/accountKeys.server.ts";
import { inviteByCode, inviteByMail, revokeInvitations } from "#app/access/invite.server.ts";
import { hasAccount } from "#app/access/invitees.server.ts";
import { requireManaged } from "#app/access/managedPeople.server.ts";
import { findAgencyById } from "#app/agencies/findAgency.server.ts";
import { siteOrigin } from "#app/http/env.server.ts";
import { badRequest, notFound, redirectWithToast } from "#app/http/responses.server.ts";
import { accountKeyMessages } from "#app/i18n/messages/accountKeys.ts";
import { maskedIdentifiers } from "#app/people/colleague.server.ts";
import { fullName } from "#app/people/names.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Invitations } from "./components/Invitations.tsx";
import { InviteOne } from "./components/InviteOne.tsx";

const intents = z.enum(["mail", "voice", "revoke"]);

export async function loader({ request, params }: LoaderFunctionArgs) {
	const { person } = await requireManaged(request, params.person);
	const { personId } = person;
	const [isOpen, invitations, numbers] = await Promise.all([
		hasAccount(personId),
		openInvitations(personId, Date.now()),
		maskedIdentifiers(personId),
	]);
	const email = numbers.find(({ kind }) => kind === "EMAIL")?.masked ?? null;
	return json({ personId, name: fullName(person), isOpen, invitations, email });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { viewer, person } = await requireManaged(request, params.person);
	const intent = intents.safeParse((await request.formData()).get("intent"));
	if (!intent.success) throw badRequest();
	const agency = await findAgencyById(person.agencyId);
	if (!agency) throw notFound();
	const t = accountKeyMessages[viewer.lang];
	const actor = { id: viewer.personId, name: viewer.name };
	const invitation = { personId: person.personId, agency, actor, now: Date.now() };
	if (intent.data === "voice") {
		const code = await transaction((tx) => inviteByCode(tx, { ...invitation, channel: "voice" }));
		return json({ code });
	}
	const isMail = intent.data === "mail";
	const done = await transaction((tx) =>
		isMail ? inviteByMail(tx, { ...invitation, origin: siteOrigin() }) : revokeInvitations(tx, invitation),
	);
	const text = isMail ? (done ? t.mailed : t.noAddress) : done ? t.revoked : t.nothingOpen;
	return redirectWithToast(`/orang/${person.personId}/akun`, { kind: done ? "good" : "bad", text });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Akun ${data?.name ?? ""} · Cakap` },
];

export default function PersonAccountPage() {
	const { personId, name, isOpen, invitations, email } = useLoaderData<typeof loader>();
	const code = useActionData<typeof action>()?.code;
	const t = useMessages(accountKeyMessages);
	return (
		<>
			<p className="crumbs">
				<a href={`/orang/${personId}`}>{t.backToPerson}</a>
			</p>
			<PageHeader title={t.accountOf(name)} lead={isOpen ? t.hasAccount : t.noAccount} />
			{code ? (
				<section className="notices" aria-label={t["channel.voice"]}>
					<p>{t.codeOnce(name)}</p>
					<p className="figure-line">
						<code>{code}</code>
					</p>
				</section>
			) : null}
			<dl className="facts">
				<dt>{t.address}</dt>
				<dd>{email ?? t.noAddress}</dd>
			</dl>
			<h2>{t.open}</h2>
			<Invitations invitations={invitations} />
			<InviteOne personId={personId} hasAddress={email !== null} isInvited={invitations.length > 0} />
		</>
	);
}
