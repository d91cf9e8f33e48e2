import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Roles } from "#app/access/Roles.tsx";
import { heldRoles } from "#app/access/roleList.server.ts";
import { grantRole, revokeGrant } from "#app/access/roles.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { findAgency } from "#app/agencies/findAgency.server.ts";
import { badRequest, redirectWithToast } from "#app/http/responses.server.ts";
import { calibrationMessages } from "#app/i18n/messages/calibration.ts";
import { mailMessages } from "#app/i18n/messages/mail.ts";
import { reminderMessages } from "#app/i18n/messages/reminders.ts";
import { systemMessages } from "#app/i18n/messages/system.ts";
import { openJobs } from "#app/jobs/jobList.server.ts";
import { findPersonByIdentifier } from "#app/people/findPerson.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Health } from "./components/Health.tsx";
import { Jobs } from "./components/Jobs.tsx";
import { RoleForm } from "./components/RoleForm.tsx";
import { ofAnAgency, parseRoleForm } from "./form.ts";
import { health } from "./health.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	await requirePermission(request, "system.read");
	const now = Date.now();
	const [state, jobs, roles] = await Promise.all([health(now), openJobs(), heldRoles(now)]);
	return json({ state, jobs, roles });
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "role.grant");
	const parsed = parseRoleForm(await request.formData());
	if (!parsed) throw badRequest();
	const t = systemMessages[viewer.lang];
	const actor = { id: viewer.personId, name: viewer.name };
	const now = Date.now();
	if (parsed.intent === "end") {
		await transaction((tx) => revokeGrant(tx, { grantId: parsed.grant, actor, reason: "", now }));
		return redirectWithToast("/sistem", { kind: "good", text: t.revoked });
	}
	const { identifier, role, agency } = parsed;
	const fail = (errors: Record<string, string>) =>
		json({ errors, typed: { identifier, role, agency } }, { status: 400 });
	if (!agency && ofAnAgency.includes(role)) return fail({ agency: t.agencyNeeded });
	const found = agency ? await findAgency(agency) : null;
	if (agency && !found) return fail({ agency: t.unknownAgency });
	const personId = await findPersonByIdentifier(identifier);
	if (!personId) return fail({ identifier: t.unknownPerson });
	await transaction((tx) => grantRole(tx, { personId, role, agencyId: found?.id ?? null, actor, now }));
	return redirectWithToast("/sistem", { kind: "good", text: t.granted });
}

export const meta: MetaFunction = () => [{ title: "Sistem · Cakap" }];

export default function SystemPage() {
	const { state, jobs, roles } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(systemMessages);
	const c = useMessages(calibrationMessages);
	const r = useMessages(reminderMessages);
	const m = useMessages(mailMessages);
	return (
		<>
			<PageHeader title={t.title} />
			<p>
				<a href="/sistem/asesmen">{c.link}</a> · <a href="/sistem/surat">{m.link}</a> ·{" "}
				<a href="/sistem/kalender">{r.daysTitle}</a>
			</p>
			<Health state={state} />
			<Jobs jobs={jobs} />
			<RoleForm errors={last?.errors} typed={last?.typed} />
			<Roles caption={t.roles} rows={roles} end={t.revoke} />
		</>
	);
}
