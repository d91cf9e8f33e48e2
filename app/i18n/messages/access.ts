import { defineMessages } from "../language.ts";

export const accessMessages = defineMessages({
	id: {
		title: "Masuk",
		lead: "Masuk dengan NIP, NI PPPK, atau alamat e-mail.",
		identifier: "NIP atau e-mail",
		identifierHint: "Spasi dan titik pada NIP boleh ditulis boleh tidak.",
		password: "Kata sandi",
		submit: "Masuk",
		missing: "Isi NIP atau e-mail, dan kata sandi.",
		refused:
			"NIP atau e-mail dan kata sandi tidak cocok. Periksa keduanya, lalu coba lagi. Bila Anda lupa kata sandi, hubungi pengelola pelatihan instansi Anda.",
		choose:
			"Kata sandi itu sementara. Ketik sekali lagi, lalu pilih kata sandi Anda sendiri; setelah itu hanya Anda yang tahu.",
		lapsed:
			"Kata sandi sementara itu sudah tidak berlaku. Minta yang baru kepada pengelola pelatihan instansi Anda.",
		throttled: (minutes: string) =>
			`Terlalu banyak percobaan masuk. Akun Anda tidak dikunci. Tunggu ${minutes} menit, lalu coba lagi.`,
		busy: "Banyak orang sedang masuk pada saat yang sama. Tunggu beberapa detik, lalu tekan Masuk lagi.",
		expired: "Sesi Anda sudah berakhir. Masuk lagi; Anda akan kembali ke halaman tadi.",
		carried:
			"Sesi Anda sudah berakhir, tetapi isian Anda masih ada. Masuk, dan isian itu dikirim seperti yang Anda maksud.",
		demoTitle: "Coba sebagai salah satu dari mereka",
		demoLead: "Ini data contoh. Setiap tombol langsung masuk sebagai orang rekaan itu.",
		helpLine: "Belum memiliki akun?",
		helpLink: "Baca cara mendapatkannya",
		signedOut: "Anda sudah keluar.",
		languageSet: "Bahasa diganti.",
		homeTitle: "Belajar bekerja secara digital",
		homeLead:
			"Cakap adalah tempat aparatur sipil negara belajar, diuji, dan mendapat sertifikat JP yang dapat diperiksa siapa saja.",
		homeLearn: "Pelatihan yang dapat diikuti",
		homeLearnText:
			"Materi singkat dari pekerjaan sehari-hari, tetap terbuka di jaringan lambat dan ponsel sederhana.",
		homeExam: "Ujian yang menjaga jawaban",
		homeExamText: "Setiap jawaban disimpan. Sambungan putus atau ponsel mati tidak menghapusnya.",
		homeVerify: "Periksa sertifikat",
		homeVerifyText: "Ketik kode pada sertifikat untuk mengetahui keasliannya.",
		seeCourses: "Lihat semua pelatihan",
		"role.learner": "Peserta",
		"role.training-admin": "Penyusun Materi",
		"role.reviewer": "Penelaah",
		"role.agency-admin": "Pengelola Pelatihan Instansi",
		"role.unit-head": "Pimpinan Unit",
		"role.analyst": "Analis Kementerian PANRB",
		"role.auditor": "Auditor",
		"role.system-admin": "Admin Sistem",
	},
	en: {
		title: "Sign in",
		lead: "Sign in with your NIP, NI PPPK or e-mail address.",
		identifier: "NIP or e-mail",
		identifierHint: "Spaces and dots in the NIP do not matter.",
		password: "Password",
		submit: "Sign in",
		missing: "Enter your NIP or e-mail, and your password.",
		refused:
			"NIP or e-mail and password do not match. Check both and try again. If you forgot your password, ask your agency's training manager.",
		choose:
			"That password is provisional. Type it once more and choose your own; after that only you know it.",
		lapsed: "That provisional password has expired. Ask your agency's training manager for a new one.",
		throttled: (minutes: string) =>
			`Too many attempts. Your account is not locked. Wait ${minutes} minutes and try again.`,
		busy: "Many people are signing in at the same time. Wait a few seconds, then sign in again.",
		expired: "Your session has ended. Sign in again and you will return to where you were.",
		carried:
			"Your session has ended, but what you typed is still here. Sign in, and it is sent on as you meant it.",
		demoTitle: "Try it as one of these people",
		demoLead: "This is sample data. Each button signs you in as that made-up person.",
		helpLine: "No account yet?",
		helpLink: "How to get one",
		signedOut: "You have signed out.",
		languageSet: "Language changed.",
		homeTitle: "Learn to work digitally",
		homeLead:
			"Cakap is where Indonesia's civil servants learn, are tested, and earn certificates of training hours that anyone can verify.",
		homeLearn: "Courses you can take",
		homeLearnText: "Short lessons from everyday work that open on slow networks and simple phones.",
		homeExam: "Exams that keep your answers",
		homeExamText: "Every answer is stored. A lost connection or an empty battery does not erase it.",
		homeVerify: "Check a certificate",
		homeVerifyText: "Type the code on a certificate to know whether it is genuine.",
		seeCourses: "See all courses",
		"role.learner": "Learner",
		"role.training-admin": "Author",
		"role.reviewer": "Reviewer",
		"role.agency-admin": "Agency training manager",
		"role.unit-head": "Unit head",
		"role.analyst": "Analyst, Ministry PANRB",
		"role.auditor": "Auditor",
		"role.system-admin": "System administrator",
	},
});
