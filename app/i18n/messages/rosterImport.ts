import { defineMessages } from "../language.ts";

export const rosterImportMessages = defineMessages({
	id: {
		row: "Baris",
		reason: "Alasan",
		noNumber: "Nomor tidak terbaca.",
		"reason.cells": "Ada sel yang tidak dapat dibaca.",
		"reason.twice": (rows: string) =>
			`Nomor ini ada di beberapa baris: ${rows}. Biarkan satu baris yang benar, lalu impor lagi.`,
		"reason.other-agency": (agency: string) =>
			`Menurut berkas ini pegawai tersebut bekerja di ${agency || "instansi lain"}. Bila keliru, perbaiki instansi kerjanya.`,
		"reason.not-serving":
			"Menurut kedudukan hukumnya pegawai ini tidak lagi bekerja. Bila keliru, perbaiki kedudukan hukumnya.",
		"reason.elsewhere": (agency: string) =>
			`Nomor ini milik pegawai ${agency || "instansi lain"}. Pindahkan hanya bila ia memang sudah bekerja di instansi Anda.`,
		"reason.returned": "Pegawai ini sudah dikenal, tetapi sekarang tidak tercatat bekerja di mana pun.",
		"reason.similar":
			"Ada orang lain dengan tanggal lahir sama dan nama serupa. Periksa apakah ia orang yang sama dengan nomor baru.",
		"reason.same-pns-id":
			"PNS ID ini milik seseorang dengan nomor lain. Periksa apakah ia orang yang sama dengan nomor baru.",
		"reason.same-email":
			"Alamat surel ini milik seseorang dengan nomor lain. Periksa apakah ia orang yang sama dengan nomor baru.",
		"reason.being-imported": "Nomor ini sedang diimpor oleh instansi lain. Coba lagi beberapa menit lagi.",
		"reason.changed-meanwhile":
			"Data orang ini berubah setelah berkas diperiksa, jadi barisnya dibiarkan. Periksa berkas sekali lagi.",
		"refused.unknown": "Impor itu tidak ada di instansi ini.",
		"refused.not-now":
			"Keadaan impor ini tidak mengizinkannya, atau impor lain dari instansi ini sedang berjalan. Tidak ada yang diubah.",
		"refused.other-agency": (agency: string) =>
			`Berkas ini tampaknya milik ${agency}. Tidak ada yang diterapkan; pilih instansi itu atau berkas yang benar.`,
		"refused.many-absent": (absent: number, members: number) =>
			`${absent} dari ${members} pegawai tidak ada di berkas ini. Belum ada yang diterapkan; pastikan berkasnya lengkap, lalu setujui.`,
		"refused.units-changed":
			"Susunan unit instansi ini berubah setelah berkas diperiksa. Belum ada yang diterapkan; periksa berkas itu sekali lagi.",
		"refused.nothing": "Tidak ada yang perlu diterapkan: semua sudah sesuai dengan berkas.",
		"refused.too-late":
			"Impor ini sudah diterapkan lebih dari 30 hari yang lalu dan tidak dapat dibatalkan lagi. Perbaiki orangnya satu per satu, atau impor daftar yang benar.",
		touched: (rows: number) =>
			`Tidak dibatalkan: ${rows} baris sudah diubah setelah impor ini. Semua tetap seperti sekarang.`,
		"touched.post": "jabatannya sudah diubah sesudah impor",
		"touched.absence": "tanda ketidakhadirannya sudah diubah sesudah impor",
		"touched.name": "namanya sudah diubah sesudah impor",
		"touched.used": "orang ini sudah belajar, masuk, atau diberi peran sesudah impor",
		more: (rows: number) => `dan ${rows} lainnya`,
	},
	en: {
		row: "Row",
		reason: "Reason",
		noNumber: "The number could not be read.",
		"reason.cells": "A cell could not be read.",
		"reason.twice": (rows: string) =>
			`This number is in several rows: ${rows}. Leave the one that is right, then import again.`,
		"reason.other-agency": (agency: string) =>
			`By this file the employee works at ${agency || "another agency"}. If that is wrong, correct the agency of work.`,
		"reason.not-serving":
			"By their legal status this employee works no longer. If that is wrong, correct the legal status.",
		"reason.elsewhere": (agency: string) =>
			`This number is of an employee of ${agency || "another agency"}. Move them only if they already work at yours.`,
		"reason.returned": "This employee is known, but on record as working nowhere now.",
		"reason.similar":
			"Somebody else has the same birth date and a similar name. Check whether it is the same person under a new number.",
		"reason.same-pns-id":
			"This PNS ID is somebody's under another number. Check whether it is the same person under a new number.",
		"reason.same-email":
			"This e-mail address is somebody's under another number. Check whether it is the same person under a new number.",
		"reason.being-imported": "Another agency is just importing this number. Try again in a few minutes.",
		"reason.changed-meanwhile":
			"This person's record changed after the file was compared, so the row was left. Compare the file once more.",
		"refused.unknown": "There is no such import in this agency.",
		"refused.not-now":
			"The state of this import does not allow it, or another import of this agency is running. Nothing was changed.",
		"refused.other-agency": (agency: string) =>
			`This file looks like that of ${agency}. Nothing was applied; choose that agency or the right file.`,
		"refused.many-absent": (absent: number, members: number) =>
			`${absent} of ${members} employees are not in this file. Nothing was applied yet; make sure that it is complete, then confirm.`,
		"refused.units-changed":
			"The agency's units were changed after the file was compared. Nothing was applied yet; compare the file once more.",
		"refused.nothing": "There is nothing to apply: all is as in the file.",
		"refused.too-late":
			"This import was applied over 30 days ago and can be undone no more. Correct the people one by one, or import the right roster.",
		touched: (rows: number) =>
			`Not undone: ${rows} rows were changed after this import. Everything stays as it is now.`,
		"touched.post": "the post was changed after the import",
		"touched.absence": "the mark of absence was changed after the import",
		"touched.name": "the name was changed after the import",
		"touched.used": "this person has studied, signed in or been given a role since the import",
		more: (rows: number) => `and ${rows} more`,
	},
});
