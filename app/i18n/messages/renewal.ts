import { defineMessages } from "../language.ts";

export const renewalMessages = defineMessages({
	id: {
		title: "Perpanjang sertifikat",
		lead: (course: string) => `Sertifikat Anda untuk pelatihan ${course} dapat diperpanjang.`,
		endsOn: (day: string) => `Sertifikat Anda berlaku sampai ${day}.`,
		endedOn: (day: string) => `Masa berlaku sertifikat Anda berakhir ${day}.`,
		stays: "Sertifikat yang sekarang tetap berlaku sampai hari itu, juga bila ujiannya belum lulus.",
		staysEnded: "Pelatihan ini tetap tercatat sebagai pelatihan yang pernah Anda luluskan.",
		renew: "Perpanjang sertifikat",
		waysTitle: "Pilih cara memperpanjang",
		difference: "Hanya yang baru",
		whole: "Seluruh pelatihan",
		differenceText:
			"Pelajaran yang isinya tidak berubah sejak Anda lulus tidak perlu dibaca lagi, dan ujian hanya memuat soal baru.",
		wholeText: "Semua pelajaran terbuka lagi, dan ujian memuat seluruh kisi-kisi.",
		work: (lessons: string, items: string, minutes: string) =>
			`${lessons} pelajaran dan ${items} soal (${minutes} menit ujian)`,
		worth: (jp: string) => `${jp} JP`,
		noJp: "Tidak menambah JP: pelajaran barunya kurang dari satu jam pelajaran.",
		chooseDifference: "Mulai dengan yang baru",
		chooseWhole: "Mulai seluruh pelatihan",
		noDifference: "Tidak ada soal baru sejak Anda lulus; perpanjangan memakai ujian seluruhnya.",
		onlyWhole: "Pelatihan ini diperpanjang dengan mengulang seluruhnya.",
		noVersion:
			"Pelatihan ini sedang tidak dibuka, jadi sertifikatnya belum dapat diperpanjang. Hubungi pengelola pelatihan instansi Anda.",
		notYet: "Belum ada sertifikat yang perlu diperpanjang untuk pelatihan ini.",
		begunToast: "Perpanjangan dimulai. Baca pelajaran yang belum dibaca, lalu kerjakan ujiannya.",
		begun: (lessons: string, items: string) =>
			`Anda sedang memperpanjang sertifikat: ${lessons} pelajaran belum dibaca, lalu ujian ${items} soal.`,
		begunRead: (items: string) => `Anda sedang memperpanjang sertifikat: tinggal ujian ${items} soal.`,
		toCourse: "Kembali ke pelatihan",
		subjectEnding: (course: string, day: string) => `Sertifikat ${course} berlaku sampai ${day}`,
		subjectEnded: (course: string) => `Masa berlaku sertifikat ${course} telah berakhir`,
		mailEnding: (course: string, day: string) =>
			`Sertifikat Anda untuk pelatihan ${course} berlaku sampai ${day}.`,
		mailEnded: (course: string, day: string) =>
			`Masa berlaku sertifikat Anda untuk pelatihan ${course} berakhir ${day}.`,
		mailHow: (address: string) =>
			`Anda dapat memperpanjangnya sekarang. Yang perlu dipelajari dan diujikan terlihat di sini sebelum Anda memulai: ${address}`,
		authorTitle: "Perpanjangan sertifikat",
		authorLead:
			"Bila versi ini terbit, inilah yang diperlukan pemegang sertifikat versi sebelumnya untuk memperpanjang:",
		authorPart: (people: string, lessons: string, items: string, allLessons: string, allItems: string) =>
			`${people} orang memerlukan ${lessons} pelajaran dan ${items} soal, bukan ${allLessons} dan ${allItems}`,
		authorWhole: (people: string, lessons: string, items: string) =>
			`${people} orang memerlukan semuanya: ${lessons} pelajaran dan ${items} soal`,
		authorVersion: (number: string) => `Versi ${number}`,
		months: "Masa berlaku sertifikat (bulan; kosongkan bila tidak berakhir)",
		way: "Cara memperpanjang",
		wayWhole: "Seluruh pelatihan",
		wayDifference: "Boleh hanya yang baru",
	},
	en: {
		title: "Renew the certificate",
		lead: (course: string) => `Your certificate for the training ${course} can be renewed.`,
		endsOn: (day: string) => `Your certificate is valid until ${day}.`,
		endedOn: (day: string) => `Your certificate ran out on ${day}.`,
		stays: "The certificate that you have stays valid until that day, also if you do not pass.",
		staysEnded: "That you passed this training stays on record.",
		renew: "Renew the certificate",
		waysTitle: "Choose how to renew",
		difference: "Only what is new",
		whole: "The whole training",
		differenceText:
			"Lessons that have not changed since you passed need not be read again, and the exam holds new items only.",
		wholeText: "All lessons are open again, and the exam covers the whole blueprint.",
		work: (lessons: string, items: string, minutes: string) =>
			`${lessons} lessons and ${items} items (${minutes} minutes of exam)`,
		worth: (jp: string) => `${jp} JP`,
		noJp: "Adds no hours: its new lessons take less than one training hour.",
		chooseDifference: "Begin with what is new",
		chooseWhole: "Begin the whole training",
		noDifference: "There are no new items since you passed; renewing takes the whole exam.",
		onlyWhole: "This training is renewed by taking the whole again.",
		noVersion:
			"This training is not open at present, so its certificate cannot be renewed yet. Ask your agency's training admin.",
		notYet: "No certificate of this training has to be renewed yet.",
		begunToast: "The renewal has begun. Read the lessons that are left, then take the exam.",
		begun: (lessons: string, items: string) =>
			`You are renewing your certificate: ${lessons} lessons to read, then an exam of ${items} items.`,
		begunRead: (items: string) => `You are renewing your certificate: the exam of ${items} items is left.`,
		toCourse: "Back to the training",
		subjectEnding: (course: string, day: string) => `Certificate ${course} is valid until ${day}`,
		subjectEnded: (course: string) => `Certificate ${course} has run out`,
		mailEnding: (course: string, day: string) =>
			`Your certificate for the training ${course} is valid until ${day}.`,
		mailEnded: (course: string, day: string) =>
			`Your certificate for the training ${course} ran out on ${day}.`,
		mailHow: (address: string) =>
			`You can renew it now. What there is to learn and to be examined in is shown here before you begin: ${address}`,
		authorTitle: "Renewing certificates",
		authorLead: "Once this version is published, holders of earlier certificates need this to renew:",
		authorPart: (people: string, lessons: string, items: string, allLessons: string, allItems: string) =>
			`${people} people need ${lessons} lessons and ${items} items, not ${allLessons} and ${allItems}`,
		authorWhole: (people: string, lessons: string, items: string) =>
			`${people} people need everything: ${lessons} lessons and ${items} items`,
		authorVersion: (number: string) => `Version ${number}`,
		months: "Validity of the certificate (months; empty if it does not run out)",
		way: "How to renew",
		wayWhole: "The whole training",
		wayDifference: "What is new is enough",
	},
});
