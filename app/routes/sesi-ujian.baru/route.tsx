import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { examinerScope } from "#app/access/examinerScope.server.ts";
import { requirePermission, type Viewer } from "#app/access/viewer.server.ts";
import { unitsOf } from "#app/agencies/units.server.ts";
import { createSession } from "#app/assessment/examSession.server.ts";
import { examCourses } from "#app/catalog/examCourses.server.ts";
import { forbidden, redirectWithToast } from "#app/http/responses.server.ts";
import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { seatPeople } from "#app/learning/seatPeople.server.ts";
import { useFrame, useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Select, TextArea } from "#app/ui/fields.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { PeopleFields, WindowFields } from "./components/SessionFields.tsx";
import { checkFacts, type Errors, typedFrom } from "./form.ts";
import { participantsOf, withSupervisors } from "./people.server.ts";

/** The agency whose people sit the exam, and the courses that the viewer may examine there. */
async function groundOf(viewer: Viewer) {
	const agencyId = viewer.agency?.id;
	if (!agencyId) throw forbidden();
	const { people, courses } = examinerScope(viewer);
	const isAdmin = people === "nation" || people === agencyId;
	const owner = isAdmin || courses === "nation" ? null : courses;
	return { agencyId, courses: await examCourses(agencyId, owner) };
}

export async function loader({ request }: LoaderFunctionArgs) {
	const { agencyId, courses } = await groundOf(await requirePermission(request, "exam.supervise"));
	const units = (await unitsOf(agencyId)).filter(({ validTo }) => !validTo);
	return json({
		courses: courses.map(({ courseId, title }) => ({ value: courseId, label: title })),
		units: units.map(({ id, name }) => ({ id, name })),
	});
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "exam.supervise");
	const { agencyId, courses } = await groundOf(viewer);
	const t = examSessionMessages[viewer.lang];
	const now = Date.now();
	const typed = typedFrom(await request.formData());
	const errors: Errors = {};
	const fail = () => json({ errors, typed }, { status: 400 });
	const course = courses.find(({ courseId }) => courseId === typed.course);
	if (!course) errors.course = t.badCourse;
	const checked = checkFacts(typed, 1, now, t, errors);
	if (!checked || !course) return fail();
	const rooms = await withSupervisors(agencyId, checked.rooms, t, errors);
	const supervisors = new Set(rooms.flatMap(({ supervisorId }) => supervisorId ?? []));
	const where = { ...checked.facts, agencyId, sessionId: null, supervisors };
	const members = await participantsOf(typed, where, t, errors);
	if (Object.keys(errors).length > 0) return fail();
	const actor = { id: viewer.personId, name: viewer.name };
	const { courseId, versionId } = course;
	const { sessionId } = await transaction((tx) =>
		createSession(tx, { ...checked.facts, agencyId, courseId, rooms, actor, now }),
	);
	const session = { ...checked.facts, sessionId, agencyId, courseId, versionId };
	const { seated } = await seatPeople({ session, members, how: checked.how, actor, now });
	return redirectWithToast(`/sesi-ujian/${sessionId}`, { kind: "good", text: t.made(String(seated.length)) });
}

export const meta: MetaFunction = () => [{ title: "Buat sesi ujian · Cakap" }];

export default function NewSessionPage() {
	const { courses, units } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(examSessionMessages);
	const { timeZone } = useFrame();
	const typed = last?.typed ?? { zone: timeZone };
	return (
		<>
			<PageHeader title={t.create} lead={t.lead} />
			<form method="post" className="prose" autoComplete="off">
				<ErrorSummary errors={last?.errors} />
				<Select
					label={t.course}
					name="course"
					choices={[{ value: "", label: t.noCourse }, ...courses]}
					defaultValue={last?.typed.course}
					error={last?.errors.course}
				/>
				<WindowFields errors={last?.errors} typed={typed} />
				<TextArea
					label={t.rooms}
					name="rooms"
					rows={4}
					hint={t.roomsHint}
					defaultValue={last?.typed.rooms}
					error={last?.errors.rooms}
				/>
				<PeopleFields errors={last?.errors} typed={typed} units={units} />
				<Button>{t.save}</Button>
			</form>
		</>
	);
}
