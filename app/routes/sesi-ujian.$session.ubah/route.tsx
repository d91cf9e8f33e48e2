import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sessionReach } from "#app/access/sessionReach.server.ts";
import { requirePermission, type Viewer } from "#app/access/viewer.server.ts";
import { unitsOf } from "#app/agencies/units.server.ts";
import { findSession } from "#app/assessment/sessionReach.server.ts";
import { isSessionZone, localOf } from "#app/assessment/sessionWindow.ts";
import { badRequest, notFound } from "#app/http/responses.server.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, TextArea } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { PeopleFields, WindowFields } from "../sesi-ujian.baru/components/SessionFields.tsx";
import { add, cancel, change } from "./act.server.ts";
import { RoomFields } from "./components/RoomFields.tsx";

async function managed(viewer: Viewer, id: string | undefined) {
	const session = await findSession(id ?? "", sessionReach(viewer), Date.now());
	if (!session?.manages) throw notFound();
	return session;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
	const session = await managed(await requirePermission(request, "exam.supervise"), params.session);
	const { id, title, opensAt, closesAt, rooms } = session;
	const zone = isSessionZone(session.timeZone) ? session.timeZone : "Asia/Jakarta";
	const units = (await unitsOf(session.agencyId)).filter(({ validTo }) => !validTo);
	return json({
		id,
		facts: { title, zone, opens: localOf(opensAt, zone), closes: localOf(closesAt, zone) },
		rooms: rooms.map(({ id: roomId, name, supervisor }) => ({ id: roomId, name, supervisor })),
		units: units.map(({ id: unitId, name }) => ({ id: unitId, name })),
	});
}

export async function action({ request, params }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const form = await request.formData();
	const session = await managed(viewer, params.session);
	const asked = { viewer, session, form, now: Date.now() };
	switch (form.get("intent")) {
		case "change":
			return change(asked);
		case "add":
			return add(asked);
		case "cancel":
			return cancel(asked);
		default:
			throw badRequest();
	}
}

export const meta: MetaFunction = () => [{ title: "Ubah sesi ujian · Cakap" }];

export default function ChangeSessionPage() {
	const { id, facts, rooms, units } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(examSessionMessages);
	const errors = last?.errors;
	const isChange = Boolean(last?.changes);
	return (
		<div className="prose">
			<PageHeader title={t.change} lead={facts.title} />
			<ErrorSummary errors={errors} />
			<form method="post" autoComplete="off">
				<WindowFields errors={errors} typed={isChange ? (last?.typed ?? facts) : facts} />
				<RoomFields rooms={rooms} errors={errors} changes={last?.changes} />
				<TextArea
					label={t.newRooms}
					name="rooms"
					rows={3}
					optional
					hint={t.roomsHint}
					defaultValue={isChange ? last?.typed?.rooms : ""}
					error={errors?.rooms}
				/>
				<Field
					label={t.reason}
					name="reason"
					hint={t.reasonHint}
					defaultValue={isChange ? last?.typedReason : ""}
					error={errors?.reason}
				/>
				<Button name="intent" value="change">
					{t.save}
				</Button>
			</form>
			<h2>{t.addPeople}</h2>
			<form method="post" autoComplete="off">
				<PeopleFields
					errors={errors}
					typed={isChange ? undefined : (last?.typed ?? undefined)}
					units={units}
				/>
				<Button kind="plain" name="intent" value="add">
					{t.addPeople}
				</Button>
			</form>
			<h2>{t.cancelTitle}</h2>
			<p>{t.cancelNote}</p>
			<form method="post" autoComplete="off">
				<Field
					id="f-cancel-reason"
					label={t.reason}
					name="reason"
					hint={t.reasonHint}
					error={errors?.["cancel-reason"]}
				/>
				<Button kind="danger" name="intent" value="cancel">
					{t.cancel}
				</Button>
			</form>
			<p>
				<a href={`/sesi-ujian/${id}`}>{t.back}</a>
			</p>
		</div>
	);
}
