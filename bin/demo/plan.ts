/** The demo's agencies: code in the registry, people, their first-level units, and how much of them learns (0..1). */
export type PlannedAgency = { code: string; people: number; units: string[]; reach: number };

const regional = [
	"Sekretariat Daerah",
	"Dinas Pendidikan",
	"Dinas Kesehatan",
	"Dinas Kependudukan dan Pencatatan Sipil",
	"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
	"Dinas Komunikasi dan Informatika",
];
const central = [
	"Sekretariat Utama",
	"Deputi Bidang Kebijakan",
	"Deputi Bidang Pelaksanaan",
	"Inspektorat",
	"Pusat Data dan Informasi",
];

export const plannedAgencies: PlannedAgency[] = [
	{ code: "3204", people: 300, units: regional, reach: 0.85 },
	{ code: "32", people: 230, units: regional.slice(0, 5), reach: 0.7 },
	{ code: "K-PANRB", people: 170, units: central, reach: 0.8 },
	{ code: "6472", people: 130, units: regional.slice(0, 4), reach: 0.6 },
	{ code: "L-BKN", people: 110, units: central.slice(0, 4), reach: 0.65 },
	{ code: "3573", people: 85, units: regional.slice(0, 4), reach: 0.4 },
	{ code: "7371", people: 60, units: regional.slice(0, 3), reach: 0.5 },
	{ code: "5371", people: 45, units: regional.slice(0, 3), reach: 0.3 },
	{ code: "9502", people: 30, units: regional.slice(0, 3), reach: 0.35 },
	{ code: "8171", people: 22, units: regional.slice(0, 2), reach: 0.2 },
	{ code: "9202", people: 10, units: regional.slice(0, 2), reach: 0 },
	{ code: "95", people: 8, units: regional.slice(0, 1), reach: 0.5 },
];

/** Below each first-level unit stand these. */
export const subUnits = ["Sekretariat", "Bidang Perencanaan", "Bidang Layanan"];

export type PlannedAccount = { role: string; agency: string; national?: boolean; fresh?: boolean };

/** Who can be signed in as, in the order of the sign-in page. `fresh`: has not begun any course. */
export const plannedAccounts: PlannedAccount[] = [
	{ role: "learner", agency: "3204", fresh: true },
	{ role: "learner", agency: "9502" },
	{ role: "learner", agency: "7371", fresh: true },
	{ role: "training-admin", agency: "3204" },
	{ role: "reviewer", agency: "3204" },
	{ role: "training-admin", agency: "K-PANRB" },
	{ role: "reviewer", agency: "K-PANRB", national: true },
	{ role: "agency-admin", agency: "3204" },
	{ role: "agency-admin", agency: "95" },
	{ role: "unit-head", agency: "3204" },
	{ role: "analyst", agency: "K-PANRB", national: true },
	{ role: "auditor", agency: "K-PANRB", national: true },
	{ role: "system-admin", agency: "K-PANRB", national: true },
];
