import type { Employment, JobClass } from "../../db/schema/people.ts";
import { below, pick, type Random } from "./random.ts";

const given =
	"Ayu Bagus Citra Dewi Eko Fajar Gita Hendra Indah Joko Kartika Lestari Made Nanda Oktavia Putri Rizky Sari Tono Utami Vina Wahyu Yanti Zainal Agus Bella Cahyo Dian Endang Fitri Galih Hesti Irfan Jihan Krisna Laras Mega Nugroho Ratna Surya Tiara Umar Wulan Yusuf Anton Bunga Dimas Elsa Ferdi Maria Yohanes Matius Ester Lukas Debora".split(
		" ",
	);
const family =
	"Pratama Wijaya Saputra Lestari Hidayat Kusuma Santoso Permata Nugraha Maharani Setiawan Anggraini Ramadhan Puspita Hakim Siregar Simanjuntak Nasution Wenda Tabuni Kogoya Uropmabin Manuhutu Latuheru Daeng Rumbiak Sitorus Halim Mahendra Suryani Firmansyah Utama Wibowo Kurniawan Handayani Basri Tanjung Harahap".split(
		" ",
	);

type Kind = { employment: Employment; jobClass: JobClass; position: string; grade: string };
const kinds: [weight: number, kind: Kind][] = [
	[34, { employment: "PNS", jobClass: "fungsional", position: "Guru Ahli Pertama", grade: "III/b" }],
	[16, { employment: "PNS", jobClass: "pelaksana", position: "Pengelola Administrasi", grade: "II/d" }],
	[8, { employment: "PNS", jobClass: "pengawas", position: "Kepala Subbagian", grade: "III/d" }],
	[3, { employment: "PNS", jobClass: "administrator", position: "Kepala Bidang", grade: "IV/a" }],
	[1, { employment: "PNS", jobClass: "jpt", position: "Kepala Dinas", grade: "IV/c" }],
	[24, { employment: "PPPK", jobClass: "fungsional", position: "Perawat Terampil", grade: "VII" }],
	[10, { employment: "PPPK", jobClass: "pelaksana", position: "Operator Layanan Operasional", grade: "V" }],
	[
		4,
		{ employment: "CPNS", jobClass: "fungsional", position: "Pranata Komputer Ahli Pertama", grade: "III/a" },
	],
];

export type DemoPerson = Kind & { name: string; number: string; numberKind: "NIP" | "NI_PPPK" };

/**
 * A made-up civil servant. The serials from 900 up keep the numbers apart from real ones, which count from 001 for
 * each month of appointment.
 */
export function madeUpPerson(random: Random, index: number): DemoPerson {
	const kind = weighted(random);
	const sex = 1 + below(random, 2);
	const isPppk = kind.employment === "PPPK";
	const birth = `${1968 + below(random, 30)}${two(1 + below(random, 12))}${two(1 + below(random, 28))}`;
	const appointed = isPppk
		? `${2019 + below(random, 7)}21`
		: `${2018 + below(random, 8)}${two(1 + below(random, 12))}`;
	const serial = 900 + (index % 100);
	const name = `${pick(random, given)} ${pick(random, family)}`;
	return {
		...kind,
		name,
		number: `${birth}${appointed}${sex}${serial}`,
		numberKind: isPppk ? "NI_PPPK" : "NIP",
	};
}

function weighted(random: Random): Kind {
	let left = random() * kinds.reduce((sum, [weight]) => sum + weight, 0);
	for (const [weight, kind] of kinds) {
		left -= weight;
		if (left < 0) return kind;
	}
	return kinds[0]?.[1] as Kind;
}

const two = (n: number) => String(n).padStart(2, "0");
