import { finishExam } from "#app/certification/finishExam.server.ts";
import { createPerson } from "#app/people/createPerson.server.ts";
import { transaction } from "#db/transaction.server.ts";
import { makeAgency, makeCourse } from "../../support/make/course.ts";
import { answerExam } from "../../support/make/passExam.ts";

export type Graduate = { attemptId: string; personId: string };
export type School = Awaited<ReturnType<typeof openSchool>>;
/** People who are made ready side by side, so that they share commits. */
const AT_ONCE = 64;

/** An agency with a course whose right option is "a" everywhere. */
export async function openSchool() {
	const agencyId = await makeAgency("BENCH");
	const course = await makeCourse(agencyId, "ukur-sertifikat");
	return { agencyId, ...course };
}

const given = ["Siti", "Muhammad", "Dewi", "Agus", "Nur", "Sri", "Budi", "Ahmad", "Putu", "Maria", "Yohanes"];
const family = [
	"Lestari",
	"Santoso",
	"Pratama",
	"Maharani",
	"Wibowo",
	"Siregar",
	"Rumbiak",
	"Hidayat",
	"Utami",
];

/** So many people who have answered everything and have only to hand in. */
export async function graduates(school: School, count: number, first: number): Promise<Graduate[]> {
	const all: Graduate[] = [];
	for (let at = 0; at < count; at += AT_ONCE) {
		const some = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, n) => first + at + n);
		all.push(...(await Promise.all(some.map((n) => graduate(school, n)))));
	}
	return all;
}

async function graduate({ agencyId, courseId, versionId, facts }: School, n: number): Promise<Graduate> {
	const now = Date.now();
	// Days of birth and names as various as people's, or all of them would be taken for one another.
	const born = new Date(Date.UTC(1965, 0, 1 + ((n * 17) % 12_000))).toISOString().slice(0, 10);
	const number = `${born.replaceAll("-", "")}201001${1 + (n % 2)}${String(n % 1000).padStart(3, "0")}`;
	const name = [given[n % given.length], family[(n * 7) % family.length], `${(n * 13) % 4000}`].join(" ");
	const post = {
		agencyId,
		unitId: null,
		employment: "PNS",
		jobClass: "pelaksana",
		position: "Pengelola",
	} as const;
	const made = await transaction((tx) =>
		createPerson(tx, {
			...{ name, identifiers: [{ kind: "NIP", value: number }], now },
			post: { ...post, grade: "III/a" },
		}),
	);
	if (!made) throw new Error("the number is taken");
	const { personId } = made;
	const { attemptId } = await answerExam({ courseId, versionId, facts, personId, agencyId, now });
	return { attemptId, personId };
}

/** Hands in, and with it has the certificate, its hours and its facts. @returns its id */
export async function award({ attemptId, personId }: Graduate): Promise<string> {
	const competenceName = (code: string) => code;
	const done = await transaction((tx) =>
		finishExam(tx, { attemptId, personId, competenceName, now: Date.now() }),
	);
	if (!done?.certificateId) throw new Error("no certificate");
	return done.certificateId;
}
