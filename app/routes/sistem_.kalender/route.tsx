import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePermission } from "#app/access/viewer.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { dayIn, formatDay } from "#app/i18n/format.ts";
import { reminderMessages } from "#app/i18n/messages/reminders.ts";
import { calendarOf, removeCalendarDay, setCalendarDay } from "#app/learning/reminders/calendar.server.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";
import { ErrorSummary, Field, Select } from "#app/ui/fields.tsx";
import { Badge, Button, EmptyState, PageHeader } from "#app/ui/Page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { transaction } from "#db/transaction.server.ts";
import { dayKinds, parseDay } from "./form.ts";

function yearOf(request: Request): string {
	const asked = new URL(request.url).searchParams.get("tahun") ?? "";
	return /^20\d\d$/.test(asked) ? asked : dayIn(Date.now(), "Asia/Jakarta").slice(0, 4);
}

export async function loader({ request }: LoaderFunctionArgs) {
	await requirePermission(request, "system.read");
	const year = yearOf(request);
	const days = await calendarOf(year);
	return json({
		year,
		days: days.map(({ day, name, kind, source, needsCheck }) => ({ day, name, kind, source, needsCheck })),
	});
}

export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requirePermission(request, "calendar.manage");
	const t = reminderMessages[viewer.lang];
	const form = await request.formData();
	const act = { actor: { id: viewer.personId, name: viewer.name }, now: Date.now() };
	const to = (day: string) => `/sistem/kalender?tahun=${day.slice(0, 4)}`;
	const removed = form.get("remove");
	if (typeof removed === "string") {
		await transaction((tx) => removeCalendarDay(tx, removed, act));
		return redirectWithToast(to(removed), { kind: "good", text: t.dayRemoved });
	}
	const { typed, errors } = parseDay(form, t);
	if (Object.keys(errors).length > 0) return json({ errors, typed }, { status: 400 });
	await transaction((tx) => setCalendarDay(tx, typed, act));
	return redirectWithToast(to(typed.day), { kind: "good", text: t.daySaved });
}

export const meta: MetaFunction = () => [{ title: "Kalender hari tenang · Sistem · Cakap" }];

export default function CalendarDaysPage() {
	const { year, days } = useLoaderData<typeof loader>();
	const last = useActionData<typeof action>();
	const t = useMessages(reminderMessages);
	const lang = useLang();
	const unchecked = new Set(days.filter(({ needsCheck }) => needsCheck).map(({ source }) => source));
	const text = (name: "day" | "name" | "source") => ({
		name,
		defaultValue: last?.typed[name],
		error: (last?.errors as Record<string, string> | undefined)?.[name],
	});
	return (
		<>
			<p className="crumbs">
				<a href="/sistem">{t.backToSystem}</a>
			</p>
			<PageHeader title={t.daysTitle} lead={t.daysLead} />
			<nav className="pager" aria-label={t.year}>
				<a href={`?tahun=${Number(year) - 1}`}>{Number(year) - 1}</a>
				<span>{year}</span>
				<a href={`?tahun=${Number(year) + 1}`}>{Number(year) + 1}</a>
			</nav>
			{[...unchecked].map((source) => (
				<p key={source}>
					<Badge tone="warm">{t.needsCheck}</Badge> {source}
				</p>
			))}
			{days.length === 0 ? (
				<EmptyState>{t.daysNone}</EmptyState>
			) : (
				<DataTable
					caption={`${t.daysTitle} ${year}`}
					rows={days}
					rowKey={({ day }) => day}
					columns={[
						{ key: "day", label: t.day, rowHeader: true, cell: ({ day }) => formatDay(day, lang) },
						{ key: "name", label: t.dayName, cell: ({ name }) => name },
						{ key: "kind", label: t.kind, cell: ({ kind }) => t[`kind.${kind}`] },
						{
							key: "source",
							label: t.source,
							cell: ({ source, needsCheck }) =>
								needsCheck ? <Badge tone="warm">{t.needsCheck}</Badge> : source,
						},
						{
							key: "remove",
							label: t.dayRemove("").trim(),
							cell: ({ day, name }) => (
								<form method="post">
									<Button kind="link" name="remove" value={day}>
										{t.dayRemove(name)}
									</Button>
								</form>
							),
						},
					]}
				/>
			)}
			<h2>{t.daySaveTitle}</h2>
			<form method="post" autoComplete="off">
				<ErrorSummary errors={last?.errors} />
				<Field label={t.day} type="date" required {...text("day")} />
				<Field label={t.dayName} required maxLength={120} {...text("name")} />
				<Select
					label={t.kind}
					name="kind"
					choices={dayKinds.map((value) => ({ value, label: t[`kind.${value}`] }))}
					defaultValue={last?.typed.kind}
				/>
				<Field label={t.source} hint={t.sourceHint} required maxLength={200} {...text("source")} />
				<Button>{t.daySave}</Button>
			</form>
		</>
	);
}
