import { siteRows } from "./siteRows.ts";

export const roles = [
	"learner",
	"training-admin",
	"reviewer",
	"agency-admin",
	"unit-head",
	"analyst",
	"auditor",
	"system-admin",
] as const;
export type Role = (typeof roles)[number];
export type Visitor = Role | "nobody";

type Who = "everyone" | "signed-in" | readonly Role[];

/**
 * What a route answers. GET opens for those of `open` with `get` (200); a POST of an empty form answers `post` (400)
 * to those of `acts`. Others get `closed` (403), and nobody is led to sign in: 302, or 307, which keeps the form.
 * Without `acts` the method is not allowed.
 */
export type Line = {
	at: string;
	open: Who;
	get?: number;
	acts?: Who;
	post?: number;
	/** Who may see such pages, but not this one: 404, since scope is part of the query. */
	outside?: Role[];
	closed?: { get: number; post: number };
	nobody?: { get: number; post: number };
};

const studio = ["training-admin", "reviewer"] as const;
const managers = ["agency-admin", "system-admin"] as const;
const readers = [...managers, "unit-head"] as const;
const examiners = ["agency-admin", "reviewer"] as const;

/** A line for each route by its id; `draft` is one that the demo's first author made, `lesson` its lesson. */
export function routeTable({ draft, lesson }: { draft: string; lesson: string }): Record<string, Line> {
	const certificate = first(
		"select c.id as value from certificates c join agencies a on a.id = c.agency_id where a.code = '3204'",
	);
	const colleague = first(
		`select m.person_id as value from memberships m join agencies a on a.id = m.agency_id
		where a.code = '3204' and m.valid_to is null order by m.sort_key`,
	);
	const sat = first(
		"select t.id as value from attempts t join agencies a on a.id = t.agency_id where a.code = '3204'",
	);
	const picture = first(
		"select '/media/' || hash || '/' || replace(name, 'media/', '') as value from media where name like '%.svg'",
	);
	const course = "/pelatihan/keamanan-siber";
	const open = (at: string, rest: Partial<Line> = {}): Line => ({ at, open: "everyone", ...rest });
	const mine = (at: string, rest: Partial<Line> = {}): Line => ({ at, open: "signed-in", ...rest });
	const only = (who: readonly Role[], at: string, rest: Partial<Line> = {}): Line => ({
		at,
		open: who,
		...rest,
	});
	const writes = { acts: ["training-admin"] } as const;
	const adminActs = { acts: ["agency-admin"] } as const;
	return {
		"routes/_index": open("/", { get: 302, nobody: { get: 200, post: 405 } }),
		"routes/$": open("/tidak/ada", { get: 404, acts: "everyone", post: 404 }),
		"routes/healthz": open("/healthz"),
		"routes/bantuan": open("/bantuan"),
		"routes/kunci.dokumen[.]pem": open("/kunci/dokumen.pem"),
		"routes/sertifikat.$id_.pdf": mine(`/sertifikat/tidak-ada/pdf`, {
			get: 404,
			acts: "signed-in",
			post: 404,
		}),
		"routes/periksa_.tanpa-cakap": open("/periksa/tanpa-cakap"),
		"routes/penerbit.$code._index": open("/penerbit/K-PANRB"),
		"routes/penerbit.$code.status.$list": open("/penerbit/K-PANRB/status/999", { get: 404 }),
		"routes/sertifikat.$code.$file": open("/sertifikat/tidak-ada/badge.json", { get: 404 }),
		"routes/periksa": open("/periksa", { acts: "everyone", post: 400 }),
		"routes/aktivasi": open("/aktivasi", { acts: "everyone", post: 400 }),
		"routes/lupa-sandi": open("/lupa-sandi", { acts: "everyone", post: 400 }),
		// A link that opens nothing: 410 says that it may have done so once.
		"routes/sandi.$key": open("/sandi/tidak-ada", { get: 410, acts: "everyone", post: 400 }),
		"routes/alamat.$key": open("/alamat/tidak-ada", { get: 410, acts: "everyone", post: 410 }),
		// Who is signed in already is led on.
		"routes/masuk": open("/masuk", {
			get: 302,
			acts: "everyone",
			post: 302,
			nobody: { get: 200, post: 400 },
		}),
		"routes/keluar": open("/keluar", { get: 302, acts: "everyone", post: 303 }),
		"routes/bahasa": open("/bahasa", { get: 302, acts: "everyone", post: 303 }),
		"routes/media.$hash.$name": open(picture),
		"routes/pelatihan._index": open("/pelatihan"),
		"routes/pelatihan.$slug._index": open(course, { acts: "signed-in", post: 303 }),
		// The rest of a course is for those who take it: the others are led to its page.
		"routes/pelatihan.$slug.$lesson": mine(`${course}/menutup`, { get: 303, acts: "signed-in" }),
		"routes/pelatihan.$slug.ujian._index": mine(`${course}/ujian`, {
			get: 302,
			acts: "signed-in",
			post: 404,
		}),
		"routes/pelatihan.$slug.ujian.simpan": open(`${course}/ujian/simpan`, {
			get: 302,
			acts: "everyone",
			post: 400,
			nobody: { get: 302, post: 401 },
		}),
		"routes/pelatihan.$slug.ujian.ringkasan": mine(`${course}/ujian/ringkasan`, {
			get: 302,
			acts: "signed-in",
			post: 404,
		}),
		"routes/pelatihan.$slug.ujian.hasil": mine(`${course}/ujian/hasil`, { get: 302 }),
		"routes/pelatihan.$slug.ujian.tanda-terima": mine(`${course}/ujian/tanda-terima`, { get: 302 }),
		"routes/pelatihan.$slug.perpanjang": mine(`${course}/perpanjang`, {
			get: 302,
			acts: "signed-in",
			post: 400,
		}),
		"routes/asesmen._index": mine("/asesmen", { acts: "signed-in" }),
		"routes/asesmen.hasil": mine("/asesmen/hasil", { get: 302 }),
		"routes/beranda": mine("/beranda", { acts: "signed-in", post: 303 }),
		"routes/jp._index": mine("/jp"),
		"routes/jp.ajukan": mine("/jp/ajukan", { acts: "signed-in", post: 400 }),
		"routes/jp.berkas.$piece": mine("/jp/berkas/tidak-ada", { get: 404 }),
		"routes/jp.pengakuan._index": only(["agency-admin"], "/jp/pengakuan"),
		"routes/jp.pengakuan.$piece": only(["agency-admin"], "/jp/pengakuan/tidak-ada", {
			get: 404,
			...adminActs,
			post: 404,
		}),
		"routes/jp.surat": mine("/jp/surat"),
		"routes/jp.siasn._index": only(["agency-admin"], "/jp/siasn", adminActs),
		"routes/jp.siasn.$export": only(["agency-admin"], "/jp/siasn/tidak-ada", { get: 404 }),
		"routes/jp.instansi": only(["agency-admin"], "/jp/instansi"),
		"routes/jp.instansi[.]csv": only(["agency-admin"], "/jp/instansi.csv"),
		"routes/peran": only(roles.slice(1), "/peran", { acts: roles.slice(1) }),
		"routes/akun": mine("/akun", { acts: "signed-in" }),
		// Of a national course: the holder's agency reads it, and only the issuer's could revoke it.
		"routes/sertifikat.$id": only(["agency-admin"], `/sertifikat/${certificate}`, {
			acts: [],
			closed: { get: 404, post: 403 },
		}),
		"routes/studio._index": only(studio, "/studio", writes),
		"routes/studio.$draft._index": only(studio, `/studio/${draft}`, { ...writes, post: 303 }),
		"routes/studio.$draft.gambar": only(studio, `/studio/${draft}/gambar`, {
			...writes,
			get: 302,
			post: 303,
		}),
		"routes/studio.$draft.soal._index": only(studio, `/studio/${draft}/soal`),
		// Nothing is changed: whoever sees the draft may simulate with it.
		"routes/studio.$draft.simulasi": only(studio, `/studio/${draft}/simulasi`, { acts: studio }),
		"routes/studio.$draft.impor": only(studio, `/studio/${draft}/impor`, writes),
		"routes/studio.$draft.ekspor": only(studio, `/studio/${draft}/ekspor?format=gift`),
		"routes/studio.$draft.soal.$code": only(studio, `/studio/${draft}/soal/baru`, writes),
		"routes/studio.$draft.materi.$lesson": only(studio, `/studio/${draft}/materi/${lesson}`, writes),
		"routes/studio.$draft.materi.$lesson.simpan": only(studio, `/studio/${draft}/materi/${lesson}/simpan`, {
			...writes,
			get: 302,
		}),
		"routes/kesiapan._index": only(["analyst"], "/kesiapan"),
		"routes/kesiapan[.]csv": only(["analyst"], "/kesiapan.csv"),
		"routes/kesiapan.$code": only(["analyst", "agency-admin", "unit-head"], "/kesiapan/3204"),
		"routes/kesiapan.$code[.]csv": only(["analyst", "agency-admin", "unit-head"], "/kesiapan/3204.csv"),
		"routes/ujian._index": only(["agency-admin", "reviewer"], "/ujian"),
		"routes/ujian.$attempt": only(["agency-admin"], `/ujian/${sat}`, {
			acts: ["agency-admin", "reviewer"],
			outside: ["reviewer"],
		}),
		"routes/penilaian._index": only(["reviewer"], "/penilaian"),
		"routes/penilaian.$answer": only(["reviewer"], "/penilaian/tidak-ada", {
			get: 404,
			acts: ["reviewer"],
			post: 404,
		}),
		"routes/sesi-ujian._index": mine("/sesi-ujian"),
		"routes/sesi-ujian.baru": only(["agency-admin", "reviewer"], "/sesi-ujian/baru", {
			acts: ["agency-admin", "reviewer"],
		}),
		// A session is there for those who manage it or supervise a room of it.
		"routes/sesi-ujian.$session._index": mine("/sesi-ujian/tidak-ada", {
			get: 404,
			acts: "signed-in",
			post: 404,
		}),
		"routes/sesi-ujian.$session.ubah": only(["agency-admin", "reviewer"], "/sesi-ujian/tidak-ada/ubah", {
			get: 404,
			acts: ["agency-admin", "reviewer"],
			post: 404,
		}),
		"routes/statistik-soal._index": only(examiners, "/statistik-soal"),
		// A national course is not for examiners of an agency.
		"routes/statistik-soal.$slug._index": only(examiners, "/statistik-soal/keamanan-siber", {
			get: 404,
			acts: examiners,
			post: 404,
		}),
		"routes/statistik-soal.$slug[.]csv": only(examiners, "/statistik-soal/keamanan-siber.csv", { get: 404 }),
		"routes/perbaikan-soal._index": only(examiners, "/perbaikan-soal"),
		"routes/perbaikan-soal.baru": only(examiners, "/perbaikan-soal/baru?soal=tidak-ada", {
			get: 404,
			acts: examiners,
			post: 404,
		}),
		"routes/perbaikan-soal.$repair": only(examiners, "/perbaikan-soal/tidak-ada", {
			get: 404,
			acts: examiners,
			post: 400,
		}),
		"routes/statistik-soal.$slug.$code": only(examiners, "/statistik-soal/keamanan-siber/satu", { get: 404 }),
		"routes/orang._index": only(readers, "/orang"),
		"routes/orang.baru": only(["agency-admin"], "/orang/baru", adminActs),
		"routes/orang.undangan": only(["agency-admin"], "/orang/undangan", adminActs),
		"routes/orang.undangan_.surat": only(["agency-admin"], "/orang/undangan/surat", {
			...adminActs,
			get: 302,
		}),
		"routes/orang.$person_.akun": only(["agency-admin"], `/orang/${colleague}/akun`, adminActs),
		"routes/orang.ganda": only(managers, "/orang/ganda", { acts: managers }),
		"routes/orang.gabung._index": only(managers, `/orang/gabung?satu=${colleague}&dua=${colleague}`, {
			acts: managers,
		}),
		"routes/orang.gabung.$merge": only(managers, "/orang/gabung/tidak-ada", {
			get: 404,
			acts: managers,
			post: 404,
		}),
		"routes/orang.$person": only(managers, `/orang/${colleague}`, { ...adminActs, outside: ["unit-head"] }),
		"routes/orang.$person_.ubah": only(
			["agency-admin"],
			`/orang/${colleague}/ubah?tindakan=leave`,
			adminActs,
		),
		"routes/orang.$person_.perubahan.$act": only(
			["agency-admin"],
			`/orang/${colleague}/perubahan/tidak-ada`,
			{
				get: 404,
				...adminActs,
				post: 404,
			},
		),
		"routes/instansi._index": only(managers, "/instansi"),
		"routes/instansi.$code._index": only(managers, "/instansi/3204"),
		"routes/instansi.$code.impor-unit": only(managers, "/instansi/3204/impor-unit", {
			acts: managers,
		}),
		"routes/instansi.$code.ubah": only(managers, "/instansi/3204/ubah?tindakan=agency.rename", {
			acts: managers,
		}),
		"routes/instansi.$code.sertifikat": only(managers, "/instansi/3204/sertifikat", { acts: managers }),
		"routes/instansi.$code.sertifikat_.contoh": only(managers, "/instansi/3204/sertifikat/contoh"),
		"routes/sertifikat.logo.$hash": open("/sertifikat/logo/tidak-ada", { get: 404 }),
		"routes/instansi.$code.terbitan._index": only(["agency-admin"], "/instansi/3204/terbitan", adminActs),
		"routes/instansi.$code.terbitan.$act": only(["agency-admin"], "/instansi/3204/terbitan/tidak-ada", {
			get: 404,
			...adminActs,
			post: 404,
		}),
		"routes/instansi.$code.impor._index": only(managers, "/instansi/3204/impor", { acts: managers }),
		"routes/instansi.$code.impor.$run._index": only(managers, "/instansi/3204/impor/tidak-ada", {
			get: 404,
			acts: managers,
			post: 404,
		}),
		"routes/instansi.$code.impor.$run.ditolak": only(managers, "/instansi/3204/impor/tidak-ada/ditolak", {
			get: 404,
		}),
		"routes/instansi.$code.perubahan.$act": only(managers, "/instansi/3204/perubahan/tidak-ada", {
			get: 404,
			acts: managers,
			post: 404,
		}),
		"routes/jalur._index": only(["agency-admin"], "/jalur"),
		"routes/jalur.baru": only(["agency-admin"], "/jalur/baru", adminActs),
		"routes/jalur.$path": only(["agency-admin"], "/jalur/tidak-ada", { get: 404, ...adminActs, post: 404 }),
		"routes/penugasan._index": only(["agency-admin"], "/penugasan"),
		"routes/penugasan.baru": only(["agency-admin"], "/penugasan/baru", adminActs),
		"routes/penugasan.$assignment._index": only(["agency-admin"], "/penugasan/tidak-ada", {
			get: 404,
			...adminActs,
			post: 404,
		}),
		"routes/penugasan.$assignment[.]csv": only(["agency-admin"], "/penugasan/tidak-ada.csv", { get: 404 }),
		"routes/beranda_.kalender": mine("/beranda/kalender", { acts: "signed-in" }),
		// The secret in the address is the guard, whoever is signed in.
		"routes/penugasan[.]ics": open("/penugasan.ics?kunci=tidak-ada", { get: 404 }),
		"routes/sistem_.kalender": only(["system-admin"], "/sistem/kalender", { acts: ["system-admin"] }),
		"routes/audit": only(["auditor"], "/audit"),
		"routes/audit[.]csv": only(["auditor"], "/audit.csv"),
		"routes/sistem": only(["system-admin"], "/sistem", { acts: ["system-admin"] }),
		"routes/sistem_.surat._index": only(["system-admin"], "/sistem/surat"),
		"routes/sistem_.surat.$mail": only(["system-admin"], "/sistem/surat/tidak-ada", {
			get: 404,
			acts: ["system-admin"],
		}),
		"routes/sistem_.asesmen": only(["system-admin"], "/sistem/asesmen", { acts: ["system-admin"] }),
	};
}

const first = (query: string): string => siteRows<{ value: string }>(query)[0]?.value ?? "";
