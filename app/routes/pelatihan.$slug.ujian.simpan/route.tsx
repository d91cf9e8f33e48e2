import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answerJournal } from "#app/access/examJournal.server.ts";

/** For people there is nothing here: the exam's script sends its journal to it. */
export const loader = ({ params }: { params: { slug?: string } }) =>
	redirect(`/pelatihan/${params.slug}/ujian`);

/** What bin/server/journal.ts answers before Remix sees it, for addresses that are written in another way. */
export async function action({ request }: ActionFunctionArgs) {
	const { headers } = request;
	const cookies = headers.get("Cookie") ?? "";
	const told = { cookies, userAgent: headers.get("User-Agent"), body: await request.text() };
	const { status, json } = await answerJournal(told, Date.now());
	return Response.json(json, { status });
}
