import { defineMessages } from "../language.ts";

export const schemeMessages = defineMessages({
	id: {
		link: "Nomor dan rancangan sertifikat",
		title: "Nomor dan rancangan sertifikat",
		lead: "Bagaimana sertifikat pelatihan milik instansi ini dinomori dan tampil. Yang sudah terbit tidak berubah, dan urutan tahun ini berlanjut.",
		numberTitle: "Nomor",
		scheme: "Susunan nomor",
		hint: "Bagian dipisahkan garis miring, titik, atau tanda hubung. {urut}, {instansi}, dan {tahun} harus ada; {kursus}, {bulan}, dan huruf atau angka Anda sendiri boleh ditambahkan.",
		example: (number: string) => `Contoh: ${number}`,
		save: "Simpan susunan",
		saved: "Susunan nomor disimpan. Sertifikat berikutnya memakainya.",
		fault_form:
			"Susunan hanya boleh berisi bagian dalam kurung kurawal yang tersebut di atas, huruf, dan angka, dipisahkan /, ., atau -.",
		fault_needed: "{urut}, {instansi}, dan {tahun} harus ada, supaya tidak ada dua sertifikat bernomor sama.",
		fault_twice: "Satu bagian hanya boleh dipakai sekali.",
		fault_long: "Susunan paling panjang 80 huruf.",
	},
	en: {
		link: "Certificate numbers and design",
		title: "Certificate numbers and design",
		lead: "How certificates of this agency's own trainings are numbered and look. Those that were issued do not change, and this year's sequence goes on.",
		numberTitle: "Numbers",
		scheme: "Scheme",
		hint: "Parts are kept apart by slashes, dots or hyphens. {urut} (sequence), {instansi} (agency) and {tahun} (year) are needed; {kursus} (course), {bulan} (month) and letters or digits of your own can be added.",
		example: (number: string) => `Example: ${number}`,
		save: "Save the scheme",
		saved: "The scheme is saved. The next certificate follows it.",
		fault_form:
			"A scheme holds the parts in braces named above, letters and digits only, kept apart by /, . or -.",
		fault_needed: "{urut}, {instansi} and {tahun} are needed, so that no two certificates get one number.",
		fault_twice: "A part can be used once only.",
		fault_long: "A scheme has 80 letters at most.",
	},
});
