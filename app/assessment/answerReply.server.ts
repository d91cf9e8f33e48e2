import { formatTime } from "../i18n/format.ts";
import type { Language } from "../i18n/language.ts";
import { assessmentMessages } from "../i18n/messages/assessment.ts";
import type { AnswerReply } from "./answerMessage.ts";
import type { Outcome } from "./appendAnswers.server.ts";
import { deviceElsewhere } from "./devices.server.ts";
import type { Taken } from "./takeAnswers.server.ts";

/** What the exam's page is told of its answers, in the person's language and zone; null when it is not their attempt. */
export function replyTo(
	taken: Taken,
	device: string,
	{ lang, timeZone }: { lang: Language; timeZone: string },
	now: number,
): AnswerReply | null {
	const { appended, devices, unreadable } = taken;
	if (appended.status === "unknown") return null;
	const t = assessmentMessages[lang];
	const { attempt, outcomes } = appended;
	const isKept = ({ refused }: Outcome) => refused === null;
	const other = deviceElsewhere(devices, device, now);
	return {
		status: "kept",
		now,
		at: formatTime(now, lang, timeZone),
		leftMs: attempt.deadlineAt - now,
		isOpen: attempt.state === "open",
		kept: outcomes.filter(isKept).map(({ device, number }) => ({ device, number })),
		late: outcomes.filter(({ lateness }) => lateness !== null).length,
		refused: [
			...outcomes.flatMap(({ device, number, refused }) =>
				refused && refused !== "number-taken"
					? [{ device, number, why: refused === "not-drawn" ? t.refusedNotDrawn : t.refusedWrongShape }]
					: [],
			),
			...unreadable.map((one) => ({ ...one, why: t.refusedWrongShape })),
		],
		isRenumbering: outcomes.some(({ refused }) => refused === "number-taken"),
		elsewhere: other && {
			name: other.name,
			at: formatTime(other.lastSeenAt, lang, timeZone),
			isInUse: other.isInUse,
		},
	};
}
