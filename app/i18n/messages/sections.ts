import { defineMessages } from "../language.ts";

export const sectionMessages = defineMessages({
	id: {
		mine: "Beranda",
		hours: "JP",
		catalogue: "Pelatihan",
		studio: "Studio",
		readiness: "Kesiapan",
		people: "Pegawai",
		roles: "Peran",
		agencies: "Instansi",
		assignments: "Penugasan",
		exams: "Ujian",
		marking: "Penilaian",
		audit: "Audit",
		system: "Sistem",
	},
	en: {
		mine: "My learning",
		hours: "JP",
		catalogue: "Courses",
		studio: "Studio",
		readiness: "Readiness",
		people: "People",
		roles: "Roles",
		agencies: "Agencies",
		assignments: "Assignments",
		exams: "Exams",
		marking: "Marking",
		audit: "Audit",
		system: "System",
	},
});
