import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Managed } from "#app/access/managedPeople.server.ts";
import { Roles } from "#app/access/Roles.tsx";
import { type ListedRole, rolesAround, rolesWithin } from "#app/access/roleList.server.ts";
import { severalAgencies } from "#app/access/severalAgencies.server.ts";
import { requireViewer, type Viewer, viewerScope } from "#app/access/viewer.server.ts";
import { unitsWithin } from "#app/agencies/unitsWithin.server.ts";
import { badRequest, forbidden } from "#app/http/responses.server.ts";
import { roleMessages } from "#app/i18n/messages/roles.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary } from "#app/ui/fields.tsx";
import { EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { act, end, giveOrLend, take } from "./act.server.ts";
import { ActForm } from "./components/ActForm.tsx";
import { GiveForm } from "./components/GiveForm.tsx";
import { LendForm } from "./components/LendForm.tsx";
import { TakeForm } from "./components/TakeForm.tsx";
import { isGivable, parseRoleForm } from "./form.ts";

/** Whoever holds a role, with the part of an agency in which they may give some. */
async function requireHolder(request: Request): Promise<{ viewer: Viewer; scope: Managed | null }> {
	const viewer = await requireViewer(request);
	if (viewer.grants.length === 0) throw forbidden();
	const scope = viewerScope(viewer, "role.give");
	return { viewer, scope: scope && scope.kind !== "nation" ? scope : null };
}

const noRoles: ListedRole[] = [];

export async function loader({ request }: LoaderFunctionArgs) {
	const { viewer, scope } = await requireHolder(request);
	const now = Date.now();
	const [around, within, units] = await Promise.all([
		rolesAround(viewer.personId, now),
		scope ? rolesWithin(scope, now) : noRoles,
		scope ? unitsWithin(scope) : [],
	]);
	const isWhole = scope?.kind === "agency";
	return json({
		...around,
		me: viewer.personId,
		agencies: await severalAgencies(viewer),
		within,
		canGive: scope !== null,
		isWhole,
		units: units.filter(({ validTo }) => !validTo).map(({ id, name }) => ({ id, name })),
	});
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, scope } = await requireHolder(request);
	const parsed = parseRoleForm(await request.formData());
	if (!parsed) throw badRequest();
	const now = Date.now();
	if (parsed.intent === "take") return take(viewer, parsed, now);
	if (parsed.intent === "end") return end(viewer, parsed.grant, now);
	if (parsed.intent === "act") return act(viewer, parsed.agency);
	return giveOrLend(viewer, scope, parsed, now);
}

export const meta: MetaFunction = () => [{ title: "Peran · Cakap" }];

export default function RolesPage() {
	const { own, lent, me, agencies, within, canGive, isWhole, units } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(roleMessages);
	const typed = last?.typed;
	const others = within.filter(({ personId, role }) => personId !== me && isGivable(role));
	const lendable = own.filter(({ lentFromId }) => lentFromId === null);
	return (
		<>
			<PageHeader title={t.title} lead={t.lead} />
			<ErrorSummary errors={last?.errors} />
			{agencies.length > 1 ? <ActForm agencies={agencies} /> : null}
			<Roles caption={t.own} rows={own} />
			{lent.length > 0 ? <Roles caption={t.lentOut} rows={lent} end={t.endLoan} /> : null}
			{canGive && within.length === 0 ? <EmptyState>{t.none}</EmptyState> : null}
			{within.length > 0 ? <Roles caption={t.inScope} rows={within} /> : null}
			{canGive ? (
				<GiveForm
					units={units}
					isWhole={isWhole}
					errors={last?.errors}
					typed={typed?.intent === "give" ? typed : undefined}
				/>
			) : null}
			{others.length > 0 ? (
				<TakeForm
					grants={others}
					errors={last?.errors}
					typed={typed?.intent === "take" ? typed : undefined}
				/>
			) : null}
			{lendable.length > 0 ? (
				<LendForm
					grants={lendable}
					isPrimary={!canGive}
					errors={last?.errors}
					typed={typed?.intent === "lend" ? typed : undefined}
				/>
			) : null}
		</>
	);
}
