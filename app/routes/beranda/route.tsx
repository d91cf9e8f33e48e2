import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/access/viewer.server.ts";
import { learningMessages } from "#app/i18n/messages/learning.ts";
import { dismissNotice } from "#app/learning/notices.server.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";
import { transaction } from "#db/transaction.server.ts";
import { Certificates } from "./components/Certificates.tsx";
import { DueFirst } from "./components/DueFirst.tsx";
import { Hours } from "./components/Hours.tsx";
import { MyCourses } from "./components/MyCourses.tsx";
import { Notices } from "./components/Notices.tsx";
import { Placement } from "./components/Placement.tsx";
import { Sessions } from "./components/Sessions.tsx";
import { homeOf } from "./home.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
	return json(await homeOf(await requireViewer(request), Date.now()));
}

/** Puts a notice away. */
export async function action({ request }: ActionFunctionArgs) {
	const viewer = await requireViewer(request);
	const id = (await request.formData()).get("notice")?.toString() ?? "";
	await transaction((tx) => dismissNotice(tx, viewer.personId, id, Date.now()));
	return redirect("/beranda", 303);
}

export const meta: MetaFunction = () => [{ title: "Beranda · Cakap" }];

export default function HomeOfLearner() {
	const home = useLoaderData<typeof loader>();
	const t = useMessages(learningMessages);
	return (
		<>
			<PageHeader title={t.homeTitle(home.name)} />
			<Notices notices={home.notices} />
			<DueFirst due={home.due} />
			<Sessions seats={home.seats} watched={home.watched} />
			<div className="columns">
				<MyCourses courses={home.courses} />
				<div>
					<Placement placement={home.placement} />
					<Hours hours={home.hours} />
					<Certificates certificates={home.certificates} />
				</div>
			</div>
		</>
	);
}
