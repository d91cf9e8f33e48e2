import { dayIn } from "../../i18n/format.ts";
import { followFacts } from "../assignments/follow.server.ts";
import { quietDaysAround } from "./calendar.server.ts";
import { collectReminders } from "./collect.server.ts";
import { reminderPolicyAt } from "./policy.server.ts";
import { sendDigests } from "./sendDigests.server.ts";
import { quietDays } from "./stages.ts";

/**
 * Today's reminders: what the log has news of first, so that nobody is reminded of what they have just passed. Run twice,
 * or again after it was stopped anywhere, it tells each person each thing once.
 * @param now whose day it is told of; it may lie ahead, when somebody tries what another day would bring
 * @param mailAt from when on its mails go out
 * @returns how many messages were sent
 */
export async function remindAll(now: number, origin: string, mailAt = now): Promise<number> {
	await followFacts(now);
	const policy = reminderPolicyAt(now);
	const calendar = await quietDaysAround(dayIn(now, "Asia/Jakarta"));
	const reminding = { now, policy, isQuiet: quietDays(policy.quietWeekdays, calendar) };
	await collectReminders(reminding);
	return sendDigests({ ...reminding, origin, mailAt });
}
