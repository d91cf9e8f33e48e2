import { defineMessages } from "../language.ts";

export const helpMessages = defineMessages({
	id: {
		title: "Bantuan",
		account: "Belum memiliki akun, atau lupa kata sandi",
		accountText:
			"Pengelola pelatihan di instansi Anda, biasanya pada bagian kepegawaian, mengundang Anda lewat e-mail atau surat; dengan tautan atau kode itu Anda memilih kata sandi sendiri. Lupa kata sandi? Pilih Lupa kata sandi di halaman Masuk, atau minta kode sekali pakai kepadanya. Petugas tidak pernah meminta kata sandi Anda, dan NIP bukan kata sandi.",
		slow: "Jaringan lambat atau terputus",
		slowText:
			"Semua halaman belajar dibuat ringan. Bila sambungan terputus saat ujian, jawaban yang sudah tersimpan tetap aman di server, dan yang belum terkirim disimpan di perangkat. Buka lagi halaman ujian begitu sambungan kembali.",
		exam: "Ujian",
		examText:
			"Waktu ujian dihitung oleh server dan berjalan terus walau halaman ditutup. Tekan Simpan jawaban sesering yang Anda mau; yang terakhir disimpan yang dihitung.",
		certificate: "Sertifikat",
		certificateText:
			"Sertifikat terbit begitu Anda lulus, dan dapat dicetak pada dua lembar A4. Siapa saja dapat memeriksa keasliannya dengan kode pada sertifikat.",
		hours: "Jam pelajaran (JP)",
		hoursText: "JP tahun ini tampil pada Beranda, menurut aturan yang berlaku bagi status kepegawaian Anda.",
		privacy: "Data pribadi",
		privacyText:
			"Pimpinan dan kementerian melihat jumlah, bukan nilai perorangan. Setiap pembukaan NIP oleh pengelola dicatat.",
	},
	en: {
		title: "Help",
		account: "No account yet, or a forgotten password",
		accountText:
			"The training manager of your agency, usually in the personnel section, invites you by e-mail or letter; with that link or code you choose a password of your own. Forgotten it? Choose Forgotten password on the sign-in page, or ask them for a one-time code. Staff never ask for your password, and a NIP is not a password.",
		slow: "A slow or broken connection",
		slowText:
			"All learning pages are light. If the connection drops during an exam, saved answers are safe on the server and unsent ones are kept on the device. Open the exam page again when the connection returns.",
		exam: "Exams",
		examText:
			"The server keeps the time, which runs on even if the page is closed. Press Save answers as often as you like; what was saved last counts.",
		certificate: "Certificates",
		certificateText:
			"A certificate is issued as soon as you pass and prints on two A4 sheets. Anyone can check it with its code.",
		hours: "Training hours (JP)",
		hoursText:
			"This year's hours are shown on your first page, by the rule that holds for your employment status.",
		privacy: "Personal data",
		privacyText:
			"Superiors and the ministry see numbers, not the results of persons. Each look at a NIP by a manager is recorded.",
	},
});
