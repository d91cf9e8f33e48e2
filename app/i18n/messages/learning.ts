import { formatDay } from "../format.ts";
import { defineMessages } from "../language.ts";

/** What a notice brings along: its `data`. */
type Told = {
	[name: string]: string;
	title: string;
	reason: string;
	before: string;
	after: string;
	passed: string;
};

const scores = (before: string, after: string) => (before === after ? after : `${before} → ${after}`);

/** What became of the pass when an item was repaired. */
const repaired: Record<"id" | "en", Record<string, string>> = {
	id: {
		now: "Dengan itu Anda lulus; sertifikat Anda ada di halaman ini.",
		"no-longer": "Dengan itu Anda belum lulus; sertifikatnya tidak berlaku.",
		same: "Kelulusan Anda tidak berubah.",
	},
	en: {
		now: "With it you pass; your certificate is on this page.",
		"no-longer": "With it you do not pass yet; its certificate is not valid.",
		same: "Whether you pass has not changed.",
	},
};

export const learningMessages = defineMessages({
	id: {
		catalogue: "Pelatihan",
		catalogueLead: "Pilih pelatihan menurut pekerjaan Anda. Semua materi dapat dibaca di jaringan lambat.",
		search: "Cari",
		competence: "Kompetensi",
		level: "Jenjang",
		jp: "JP",
		any: "Semua",
		filter: "Terapkan",
		jpUpTo: (n: string) => `sampai ${n} JP`,
		found: (n: string) => `${n} pelatihan`,
		none: "Tidak ada pelatihan yang cocok. Hapus sebagian saringan, lalu coba lagi.",
		level1: "Dasar",
		level2: "Menengah",
		level3: "Mahir",
		level4: "Ahli",
		hours: (jp: string) => `${jp} JP`,
		byAgency: (name: string) => `Penyelenggara: ${name}`,
		ownAgency: "Khusus instansi Anda",
		outcomes: "Setelah pelatihan ini",
		outline: "Materi",
		minutes: (n: string) => `${n} menit`,
		subjects: "Perhitungan jam pelajaran",
		subject: "Mata pelatihan",
		duration: "Menit",
		authors: "Disusun oleh",
		reviewed: "Ditinjau",
		sources: "Sumber",
		exam: "Ujian",
		examFacts: (items: string, minutes: string, mark: string) =>
			`${items} soal, ${minutes} menit, lulus dengan nilai ${mark}.`,
		enrol: "Ikuti pelatihan",
		enrolled: "Anda kini mengikuti pelatihan ini.",
		start: "Mulai belajar",
		resume: "Lanjutkan belajar",
		toExam: "Ke ujian",
		signInToEnrol: "Masuk untuk mengikuti",
		withdrawn: "Pelatihan ini ditarik",
		withdrawnText: (reason: string) => `Pelatihan ini tidak dapat diikuti lagi. Alasan: ${reason}`,
		withdrawnLearner: (reason: string) =>
			`Pelatihan ini sudah ditarik: ${reason} Kemajuan Anda tetap tersimpan dan Anda masih dapat membaca materinya.`,
		progress: (read: string, all: string) => `${read} dari ${all} materi dibaca`,
		read: "Sudah dibaca",
		position: (n: string, of: string) => `Materi ${n} dari ${of}`,
		objective: "Tujuan",
		markRead: "Tandai sudah dibaca",
		previous: "Materi sebelumnya",
		next: "Materi berikutnya",
		backToCourse: "Daftar materi",
		answered: "Jawaban Anda tersimpan.",
		notAnswered: "Pilih jawaban lebih dahulu; belum ada yang disimpan.",
		markedRead: "Materi ini ditandai sudah dibaca.",
		enrolFirst: "Ikuti pelatihan ini lebih dahulu untuk membuka materinya.",
		homeTitle: (name: string) => `Selamat belajar, ${name}`,
		continueTitle: "Lanjutkan",
		mine: "Pelatihan Anda",
		nothingYet: "Anda belum mengikuti pelatihan.",
		choose: "Pilih pelatihan pertama",
		jpTitle: (year: string) => `Jam pelajaran tahun ${year}`,
		jpFloor: (have: string, target: string) => `${have} dari paling sedikit ${target} JP`,
		jpCap: (have: string, target: string) => `${have} JP dihitung, paling banyak ${target}`,
		jpNoRule: (have: string) => `${have} JP`,
		jpReached: "Kewajiban tahun ini terpenuhi.",
		jpRemaining: (n: string) => `Masih kurang ${n} JP.`,
		jpExcess: (n: string) => `${n} JP selebihnya tercatat, tetapi tidak dihitung.`,
		certificates: "Sertifikat",
		noCertificates: "Belum ada sertifikat. Sertifikat terbit begitu Anda lulus ujian.",
		revoked: "dicabut",
		expired: "berakhir",
		validUntil: (day: string) => `berlaku sampai ${day}`,
		notices: "Pemberitahuan",
		dismiss: "Tutup",
		"notice.version-withdrawn": ({ title, reason }: Told) =>
			`Pelatihan “${title}” ditarik. Alasan: ${reason} Kemajuan Anda tetap tersimpan.`,
		"notice.exam-marked": ({ title }: Told) =>
			`Uraian Anda dalam ujian “${title}” sudah dinilai. Hasilnya dapat dilihat pada halaman hasil ujian.`,
		"notice.certificate-issued": ({ title }: Told) => `Sertifikat pelatihan “${title}” sudah terbit.`,
		"notice.certificate-revoked": ({ title, reason }: Told) =>
			`Sertifikat pelatihan “${title}” dicabut. Alasan: ${reason}`,
		"notice.certificate-reinstated": ({ title }: Told) =>
			`Sertifikat pelatihan “${title}” berlaku kembali, dengan jam pelajarannya.`,
		"notice.certificate-reissued": ({ title, number, reason }: Told) =>
			`Sertifikat pelatihan “${title}” diterbitkan ulang dengan nomor ${number}; yang lama tidak berlaku lagi. Alasan: ${reason}`,
		"notice.exam-repaired": ({ title, before, after, passed }: Told) =>
			`Satu soal dalam ujian “${title}” ternyata keliru. Nilai Anda dihitung ulang: ${scores(before, after)}. ${
				repaired.id[passed] ?? ""
			} Jawaban Anda tidak diubah.`,
		"notice.exam-repair-undone": ({ title, before, after, passed }: Told) =>
			`Perbaikan satu soal dalam ujian “${title}” dibatalkan. Nilai Anda kembali dihitung seperti semula: ${scores(before, after)}. ${
				repaired.id[passed] ?? ""
			}`,
		"notice.assignments-due": ({ n, title, day }: Told) =>
			`${n} tugas belajar menunggu Anda. Yang terdekat: ${title}, sampai ${formatDay(day ?? "", "id")} pukul 23.59.`,
		"notice.assignments-late-below": ({ n, names }: Told) =>
			`${n} tugas belajar pegawai unit Anda lewat tenggat: ${names}.`,
		"notice.certificate-ending": ({ title, day }: Told) =>
			`Sertifikat “${title}” berlaku sampai ${formatDay(day ?? "", "id")}. Buka halaman pelatihannya untuk memperpanjang.`,
		"notice.certificate-ended": ({ title, day }: Told) =>
			`Masa berlaku sertifikat “${title}” berakhir ${formatDay(day ?? "", "id")}. Buka halaman pelatihannya untuk memperpanjang.`,
		"notice.learning-recognised": ({ title, jp }: Told) =>
			`Pembelajaran “${title}” diakui: ${jp} JP masuk catatan Anda.`,
		"notice.learning-returned": ({ title, reason }: Told) =>
			`Pembelajaran “${title}” dikembalikan: ${reason}. Anda dapat mengajukannya lagi dari halaman JP.`,
		"notice.learning-taken-back": ({ title, reason }: Told) =>
			`Pengakuan pembelajaran “${title}” ditarik kembali: ${reason}.`,
		"notice.assignment-message": ({ from, title, text }: Told) =>
			`Pesan dari ${from} tentang ${title}: ${text}`,
		"state.enrolled": "Terdaftar",
		"state.learning": "Sedang belajar",
		"state.finished": "Selesai",
		"state.passed": "Lulus",
		"state.not-passed": "Belum lulus",
		"state.cancelled": "Dibatalkan",
	},
	en: {
		catalogue: "Courses",
		catalogueLead: "Choose a course for your work. All lessons can be read on a slow network.",
		search: "Search",
		competence: "Competence",
		level: "Level",
		jp: "JP",
		any: "All",
		filter: "Apply",
		jpUpTo: (n: string) => `up to ${n} JP`,
		found: (n: string) => `${n} courses`,
		none: "No course matches. Remove a filter and try again.",
		level1: "Foundation",
		level2: "Intermediate",
		level3: "Advanced",
		level4: "Expert",
		hours: (jp: string) => `${jp} JP`,
		byAgency: (name: string) => `Organiser: ${name}`,
		ownAgency: "Your agency only",
		outcomes: "After this course",
		outline: "Lessons",
		minutes: (n: string) => `${n} minutes`,
		subjects: "Calculation of training hours",
		subject: "Subject",
		duration: "Minutes",
		authors: "Written by",
		reviewed: "Reviewed",
		sources: "Sources",
		exam: "Exam",
		examFacts: (items: string, minutes: string, mark: string) =>
			`${items} items, ${minutes} minutes, pass mark ${mark}.`,
		enrol: "Take this course",
		enrolled: "You are now taking this course.",
		start: "Start learning",
		resume: "Continue",
		toExam: "To the exam",
		signInToEnrol: "Sign in to take it",
		withdrawn: "This course has been withdrawn",
		withdrawnText: (reason: string) => `This course can no longer be taken. Reason: ${reason}`,
		withdrawnLearner: (reason: string) =>
			`This course has been withdrawn: ${reason} Your progress is kept and you can still read its lessons.`,
		progress: (read: string, all: string) => `${read} of ${all} lessons read`,
		read: "Read",
		position: (n: string, of: string) => `Lesson ${n} of ${of}`,
		objective: "Objective",
		markRead: "Mark as read",
		previous: "Previous lesson",
		next: "Next lesson",
		backToCourse: "List of lessons",
		answered: "Your answer has been saved.",
		notAnswered: "Choose an answer first; nothing has been saved.",
		markedRead: "This lesson has been marked as read.",
		enrolFirst: "Take this course first to open its lessons.",
		homeTitle: (name: string) => `Happy learning, ${name}`,
		continueTitle: "Continue",
		mine: "Your courses",
		nothingYet: "You are not taking a course yet.",
		choose: "Choose your first course",
		jpTitle: (year: string) => `Training hours in ${year}`,
		jpFloor: (have: string, target: string) => `${have} of at least ${target} JP`,
		jpCap: (have: string, target: string) => `${have} JP counted, at most ${target}`,
		jpNoRule: (have: string) => `${have} JP`,
		jpReached: "This year's duty is fulfilled.",
		jpRemaining: (n: string) => `${n} JP still missing.`,
		jpExcess: (n: string) => `${n} JP more are recorded but not counted.`,
		certificates: "Certificates",
		noCertificates: "No certificate yet. It is issued as soon as you pass the exam.",
		revoked: "revoked",
		expired: "run out",
		validUntil: (day: string) => `valid until ${day}`,
		notices: "Notices",
		dismiss: "Dismiss",
		"notice.version-withdrawn": ({ title, reason }: Told) =>
			`The course “${title}” has been withdrawn. Reason: ${reason} Your progress is kept.`,
		"notice.exam-marked": ({ title }: Told) =>
			`Your written answers in the exam of “${title}” have been marked. See the result page of the exam.`,
		"notice.certificate-issued": ({ title }: Told) => `The certificate of “${title}” has been issued.`,
		"notice.certificate-revoked": ({ title, reason }: Told) =>
			`The certificate of “${title}” has been revoked. Reason: ${reason}`,
		"notice.certificate-reinstated": ({ title }: Told) =>
			`The certificate of “${title}” is valid again, with its hours.`,
		"notice.certificate-reissued": ({ title, number, reason }: Told) =>
			`The certificate of “${title}” has been issued anew with the number ${number}; the old one is not valid any more. Reason: ${reason}`,
		"notice.exam-repaired": ({ title, before, after, passed }: Told) =>
			`A question in the exam of “${title}” turned out to be wrong. Your score was recalculated: ${scores(before, after)}. ${
				repaired.en[passed] ?? ""
			} Your answers have not been changed.`,
		"notice.exam-repair-undone": ({ title, before, after, passed }: Told) =>
			`The repair of a question in the exam of “${title}” was undone. Your score is what it was: ${scores(before, after)}. ${
				repaired.en[passed] ?? ""
			}`,
		"notice.assignments-due": ({ n, title, day }: Told) =>
			`You have ${n} courses to complete. The nearest: ${title}, by ${formatDay(day ?? "", "en")}, 23:59.`,
		"notice.assignments-late-below": ({ n, names }: Told) =>
			`${n} deadlines of people in your unit are over: ${names}.`,
		"notice.certificate-ending": ({ title, day }: Told) =>
			`The certificate of “${title}” is valid until ${formatDay(day ?? "", "en")}. Open its training to renew it.`,
		"notice.certificate-ended": ({ title, day }: Told) =>
			`The certificate of “${title}” ran out on ${formatDay(day ?? "", "en")}. Open its training to renew it.`,
		"notice.learning-recognised": ({ title, jp }: Told) =>
			`Your learning “${title}” was recognised: ${jp} JP are on your record.`,
		"notice.learning-returned": ({ title, reason }: Told) =>
			`Your learning “${title}” was returned: ${reason}. You can hand it in again from the JP page.`,
		"notice.learning-taken-back": ({ title, reason }: Told) =>
			`The recognition of your learning “${title}” was taken back: ${reason}.`,
		"notice.assignment-message": ({ from, title, text }: Told) =>
			`Message from ${from} about ${title}: ${text}`,
		"state.enrolled": "Enrolled",
		"state.learning": "Learning",
		"state.finished": "Finished",
		"state.passed": "Passed",
		"state.not-passed": "Not passed yet",
		"state.cancelled": "Cancelled",
	},
});
