import { defineMessages } from "../language.ts";

export const catalogMessages = defineMessages({
	id: {
		noPicture: (item: string, image: string) => `Soal ${item} memakai gambar ${image} yang tidak ada.`,
		noPictureMend: "Unggah gambar itu, atau tulis nama gambar yang ada.",
		noLesson: "Pelatihan ini belum memiliki materi.",
		noLessonMend: "Tambahkan paling sedikit satu materi.",
		jpSum: (sum: string, jp: string) =>
			`Jumlah JP mata pelatihan ${sum}, sedangkan JP pelatihan tertulis ${jp}.`,
		jpSumMend: "Samakan JP pelatihan dengan jumlah JP pada perhitungannya.",
		jpLine: (subject: string, minutes: string, jp: string) =>
			`Mata pelatihan “${subject}” memuat ${minutes} menit, tetapi ditulis ${jp} JP.`,
		jpLineMend: "Satu JP adalah 45 menit. Perbaiki menit atau JP-nya.",
		bankTooSmall: (competence: string, level: string, held: string, wanted: string) =>
			`Bank soal memuat ${held} soal untuk ${competence} jenjang ${level}, sedangkan kisi-kisi mengambil ${wanted}.`,
		bankTooSmallMend: "Tambahkan soal, atau kurangi jumlah pada kisi-kisi.",
		nationalTooSmall: (competence: string, level: string, held: string, wanted: string) =>
			`Bank soal nasional memuat ${held} soal untuk ${competence} jenjang ${level}, sedangkan kisi-kisi mengambil ${wanted}.`,
		nationalTooSmallMend: "Ambil lebih sedikit dari bank nasional, atau pakai soal pelatihan sendiri.",
		fewPrototypes: (competence: string, level: string, families: string, wanted: string) =>
			`Soal untuk ${competence} jenjang ${level} hanya berasal dari ${families} prototipe, sedangkan kisi-kisi mengambil ${wanted}; setiap orang menjumpai satu varian dari tiap prototipe.`,
		sharedPrototypes: (competence: string, level: string, wanted: string) =>
			`${wanted} soal untuk ${competence} jenjang ${level} tidak dapat diambil bersama sel lain, karena prototipenya sama dan setiap orang menjumpai satu varian dari tiap prototipe.`,
		prototypesMend: "Tambahkan soal dengan prototipe lain, atau kurangi jumlah pada kisi-kisi.",
		untaught: (competence: string) =>
			`Kisi-kisi menguji ${competence}, padahal pelatihan ini tidak mencantumkannya.`,
		untaughtMend: "Tambahkan kompetensi itu pada pelatihan, atau hapus dari kisi-kisi.",
		unreadable: (reason: string) => `Berkas tidak dapat dibaca: ${reason}`,
		unreadableMend: "Perbaiki penulisan YAML pada baris itu.",
		field: (name: string, reason: string) => `Isian ${name}: ${reason}`,
		fieldMend: "Lengkapi atau perbaiki isian tersebut.",
		duplicateCode: (code: string) => `Kode soal ${code} dipakai lebih dari sekali.`,
		duplicateCodeMend: "Beri setiap soal kode yang berbeda.",
		missingFile: (name: string) => `Berkas ${name} tidak ada.`,
		missingFileMend: "Tambahkan berkas itu, atau perbaiki namanya.",
		slugMismatch: (slug: string, folder: string) =>
			`slug ${slug} tidak sama dengan nama foldernya, ${folder}.`,
		slugMismatchMend: "Samakan keduanya.",
	},
	en: {
		noPicture: (item: string, image: string) => `Item ${item} uses the picture ${image}, which is not there.`,
		noPictureMend: "Upload that picture, or write the name of one that is there.",
		noLesson: "This course has no lesson yet.",
		noLessonMend: "Add at least one lesson.",
		jpSum: (sum: string, jp: string) => `The subjects add up to ${sum} JP, but the course says ${jp}.`,
		jpSumMend: "Make the course's JP equal to the sum of its calculation.",
		jpLine: (subject: string, minutes: string, jp: string) =>
			`The subject “${subject}” takes ${minutes} minutes but is given ${jp} JP.`,
		jpLineMend: "One JP is 45 minutes. Correct the minutes or the JP.",
		bankTooSmall: (competence: string, level: string, held: string, wanted: string) =>
			`The bank holds ${held} items for ${competence} level ${level}, but the blueprint draws ${wanted}.`,
		bankTooSmallMend: "Add items, or lower the number in the blueprint.",
		nationalTooSmall: (competence: string, level: string, held: string, wanted: string) =>
			`The national bank holds ${held} items for ${competence} level ${level}, but the blueprint draws ${wanted}.`,
		nationalTooSmallMend: "Draw fewer from the national bank, or use the course's own items.",
		fewPrototypes: (competence: string, level: string, families: string, wanted: string) =>
			`The items for ${competence} level ${level} come from ${families} prototypes only, but the blueprint draws ${wanted}; a person meets one variant of each prototype.`,
		sharedPrototypes: (competence: string, level: string, wanted: string) =>
			`${wanted} items for ${competence} level ${level} cannot be drawn together with other cells: they share prototypes, and a person meets one variant of each.`,
		prototypesMend: "Add items of other prototypes, or lower the number in the blueprint.",
		untaught: (competence: string) => `The blueprint tests ${competence}, which this course does not list.`,
		untaughtMend: "Add the competence to the course, or remove it from the blueprint.",
		unreadable: (reason: string) => `The file cannot be read: ${reason}`,
		unreadableMend: "Correct the YAML on that line.",
		field: (name: string, reason: string) => `Field ${name}: ${reason}`,
		fieldMend: "Complete or correct it.",
		duplicateCode: (code: string) => `The item code ${code} is used more than once.`,
		duplicateCodeMend: "Give each item a code of its own.",
		missingFile: (name: string) => `There is no file ${name}.`,
		missingFileMend: "Add the file or correct its name.",
		slugMismatch: (slug: string, folder: string) =>
			`slug ${slug} differs from the name of its folder, ${folder}.`,
		slugMismatchMend: "Make them the same.",
	},
});
