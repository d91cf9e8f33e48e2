import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { examinedCourses } from "#app/access/courseScope.server.ts";
import { requirePermission } from "#app/access/viewer.server.ts";
import { asShown } from "#app/assessment/attemptView.server.ts";
import { itemOf } from "#app/assessment/drawnItems.server.ts";
import { kindOf } from "#app/assessment/items/kinds.ts";
import { keyAnswer } from "#app/assessment/score.ts";
import { seeded } from "#app/assessment/seeded.ts";
import { optionOrder } from "#app/assessment/shownItem.ts";
import { mediaOf } from "#app/catalog/findCourse.server.ts";
import { planRepair } from "#app/certification/planRepair.server.ts";
import { itemInScope } from "#app/certification/repairItem.server.ts";
import { openRepairOf } from "#app/certification/repairView.server.ts";
import { notFound } from "#app/http/responses.server.ts";
import { itemRepairMessages } from "#app/i18n/messages/itemRepairs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { reading, transaction } from "#db/transaction.server.ts";
import { RepairFields } from "./components/RepairFields.tsx";
import { POSITION, readRepair } from "./form.ts";

async function requireItem(request: Request) {
	const viewer = await requirePermission(request, "exam.supervise");
	const scope = examinedCourses(viewer);
	const itemId = new URL(request.url).searchParams.get("soal") ?? "";
	const row = await reading((tx) => itemInScope(tx, itemId, scope));
	if (!row) throw notFound();
	return { viewer, scope, row, item: itemOf(row) };
}

export async function loader({ request }: LoaderFunctionArgs) {
	const { row, item } = await requireItem(request);
	const open = await openRepairOf(row.id);
	if (open) throw redirect(`/perbaikan-soal/${open.id}`);
	const pictures = row.versionId === null ? new Map<string, string>() : await mediaOf(row.versionId);
	const drawn = { position: POSITION, itemId: row.id, item, order: optionOrder(item, seeded(1)) };
	const shown = asShown({ ...drawn, answer: null, savedAt: null, milliPoints: null, counts: true }, pictures);
	const key = keyAnswer(item);
	const keyText = key === null ? [] : kindOf(item).answered(item, key);
	const { id, code, course, number } = row;
	return json({ id, code, course, number, shown, keyText });
}

export async function action({ request }: ActionFunctionArgs) {
	const { viewer, scope, row, item } = await requireItem(request);
	const { read, wrong, typed } = readRepair(await request.formData(), item);
	if (!read) return json({ wrong, refused: null, typed }, { status: 400 });
	const actor = { id: viewer.personId, name: viewer.name };
	const plan = { ...read, itemId: row.id, answer: typed.answer, scope, actor, now: Date.now() };
	const planned = await transaction((tx) => planRepair(tx, plan));
	if ("repairId" in planned) throw redirect(`/perbaikan-soal/${planned.repairId}`, 303);
	if (planned.refused === "unknown") throw notFound();
	return json({ wrong, refused: planned.refused, typed }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Perbaiki soal ${data?.code ?? ""} · Cakap` },
];

export default function NewRepairPage() {
	const { id, code, course, number, shown, keyText } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(itemRepairMessages);
	return (
		<>
			<p className="crumbs">{course === null ? t.national : t.versionOf(course, String(number))}</p>
			<PageHeader title={t.newTitle(code)} lead={t.newLead} />
			<RepairFields
				itemId={id}
				shown={{ ...shown, answer: last?.typed.answer ?? null }}
				keyText={keyText}
				wrong={last?.wrong ?? []}
				refused={last?.refused ?? null}
				typed={last?.typed}
			/>
		</>
	);
}
