import { defineMessages } from "../language.ts";

/** Invitations, codes and links that open an account, on the screen, in mails and in letters. */
export const accountKeyMessages = defineMessages({
	id: {
		inviteSubject: "Undangan masuk ke Cakap",
		invite: (agency: string) =>
			`${agency} mengundang Anda ke Cakap, tempat aparatur sipil negara belajar dan diuji. Buka tautan ini untuk memilih kata sandi Anda sendiri:`,
		inviteLife: (until: string) => `Tautan ini hanya dapat dipakai sekali, sampai ${until}.`,
		inviteNote:
			"Setelah itu Anda masuk dengan NIP atau alamat e-mail ini. Petugas tidak pernah meminta kata sandi Anda.",
		resetSubject: "Kata sandi baru untuk Cakap",
		reset:
			"Seseorang, semoga Anda sendiri, meminta kata sandi baru untuk akun Anda di Cakap. Buka tautan ini untuk memilihnya:",
		resetLife: "Tautan ini hanya dapat dipakai sekali, selama satu jam.",
		resetNotYou: "Bila bukan Anda yang meminta, abaikan surat ini: kata sandi Anda tetap berlaku.",
		resetDoneSubject: "Kata sandi Anda di Cakap diganti",
		resetDone: "Kata sandi akun Anda di Cakap baru saja diganti, dan semua sesi yang terbuka diakhiri.",
		notYou: "Bila bukan Anda yang melakukannya, segera hubungi pengelola pelatihan instansi Anda.",

		choose: "Pilih kata sandi",
		chooseLead: (name: string) => `Akun ini atas nama ${name}. Pilih kata sandi yang hanya Anda yang tahu.`,
		save: "Simpan dan masuk",
		opened: "Kata sandi disimpan. Anda sudah masuk.",
		linkGone: "Tautan ini tidak berlaku lagi",
		linkGoneLead:
			"Tautan sudah dipakai, dicabut, atau terlalu lama. Kata sandi Anda tidak berubah. Bila Anda sudah memilih kata sandi, masuklah; bila belum, minta tautan baru.",
		toSignIn: "Masuk",
		toForgotten: "Minta tautan baru",

		activate: "Masuk dengan kode undangan",
		activateLead:
			"Kode ada pada surat undangan, atau disampaikan pengelola pelatihan instansi Anda. Dengan kode itu Anda memilih kata sandi sendiri.",
		code: "Kode",
		codeHint: "16 huruf dan angka. Huruf besar atau kecil, spasi, dan tanda hubung tidak menjadi soal.",
		codeMissing: "Ketik kode pada surat Anda.",
		identifierMissing: "Isi NIP, NI PPPK, atau alamat e-mail.",
		codeRefused:
			"NIP atau e-mail dan kode tidak cocok, atau kode tidak berlaku lagi. Periksa keduanya. Bila tetap tidak dapat, minta kode baru kepada pengelola pelatihan instansi Anda.",
		throttled: (minutes: string) => `Terlalu banyak percobaan. Tunggu ${minutes} menit, lalu coba lagi.`,
		busy: "Banyak orang sedang masuk pada saat yang sama. Tunggu beberapa detik, lalu coba lagi.",

		forgotten: "Lupa kata sandi",
		forgottenLead:
			"Isi NIP, NI PPPK, atau alamat e-mail Anda. Bila ada alamat e-mail pada data Anda, kami mengirim tautan untuk memilih kata sandi baru.",
		send: "Kirim tautan",
		sent: "Permintaan diterima",
		sentLead:
			"Bila data itu ada dan memiliki alamat e-mail, tautan dikirim ke alamat itu dalam beberapa menit dan berlaku satu jam. Kata sandi Anda belum berubah.",
		sentNone:
			"Tidak ada surat? Periksa folder spam. Bila Anda tidak memiliki alamat e-mail, minta kode sekali pakai kepada pengelola pelatihan instansi Anda.",

		letters: "Surat undangan",
		addressee: (name: string) => `Yth. ${name}`,
		letterTitle: "Undangan masuk ke Cakap",
		letterText: (agency: string) =>
			`${agency} mengundang Anda ke Cakap, tempat aparatur sipil negara belajar, diuji, dan mendapat sertifikat JP.`,
		letterSteps: (address: string) =>
			`Buka ${address}, isi NIP atau NI PPPK Anda, kode di bawah ini, dan kata sandi yang Anda pilih sendiri.`,
		letterLife: (until: string) => `Kode ini hanya dapat dipakai sekali, sampai ${until}.`,
		letterNote:
			"Simpan surat ini baik-baik sampai kode dipakai. Petugas tidak pernah meminta kata sandi Anda, dan NIP bukan kata sandi.",

		inviteTitle: "Undang pegawai",
		inviteLead:
			"Siapa yang belum memiliki akun diundang lewat e-mail, atau dengan surat cetak bila tidak memiliki alamat e-mail.",
		unit: "Unit kerja, dengan semua unit di bawahnya",
		allUnits: "Seluruh instansi",
		preview: "Hitung",
		without: "Yang belum memiliki akun",
		byMail: "Lewat e-mail",
		byLetter: "Dengan surat cetak",
		toInvite: "Belum diundang",
		invited: "Sudah diundang, undangan masih berlaku",
		way: "Cara",
		sendMails: (n: string) => `Kirim ${n} undangan lewat e-mail`,
		started: "Undangan sedang dikirim. Hitung lagi untuk melihat kemajuannya.",
		printLetters: (n: string) => `Buat ${n} surat dalam satu PDF`,
		printAgain: "Buat ulang surat dalam satu PDF",
		again: "Termasuk yang suratnya masih berlaku; kode pada surat lama tidak berlaku lagi",
		lettersNote:
			"Kode hanya ada pada PDF itu, tidak disimpan. Bila PDF hilang, buat lagi dengan pilihan di atas. Paling banyak 1.000 surat sekali buat; buat lagi untuk sisanya.",
		noLetters: "Tidak ada surat yang perlu dibuat. Tidak ada yang diubah.",
		everybody: "Semua orang di sini sudah memiliki akun.",
		inviteLink: "Undang yang belum memiliki akun",

		accountOf: (name: string) => `Akun ${name}`,
		backToPerson: "Kembali ke halaman pegawai",
		hasAccount: "Sudah memiliki akun.",
		noAccount: "Belum memiliki akun.",
		address: "Alamat e-mail",
		noAddress: "tidak ada",
		open: "Undangan yang masih berlaku",
		none: "Tidak ada.",
		"channel.mail": "E-mail",
		"channel.letter": "Surat",
		"channel.voice": "Kode lisan",
		made: "Dibuat",
		until: "Berlaku sampai",
		mailOne: "Kirim tautan lewat e-mail",
		letterOne: "Buat surat (PDF)",
		voiceOne: "Buat kode lisan",
		oneNote:
			"Yang baru menggantikan yang lama. Kata sandi yang sudah ada tetap berlaku sampai tautan atau kode dipakai.",
		voiceNote: "Kode lisan berlaku satu hari; sampaikan hanya kepada orangnya, setelah yakin siapa dia.",
		revoke: "Cabut undangan",
		mailed: "Undangan dikirim.",
		revoked: "Undangan dicabut.",
		nothingOpen: "Tidak ada undangan yang berlaku. Tidak ada yang diubah.",
		codeOnce: (name: string) =>
			`Sampaikan kode ini kepada ${name}. Kode hanya ditampilkan sekali dan dipakai di halaman Aktivasi bersama NIP.`,
		personAdded: "Pegawai ditambahkan. Undang orangnya di sini.",
		accountLink: "Akun dan undangan",
	},
	en: {
		inviteSubject: "Invitation to Cakap",
		invite: (agency: string) =>
			`${agency} invites you to Cakap, where civil servants learn and are tested. Open this link to choose a password of your own:`,
		inviteLife: (until: string) => `The link can be used once, until ${until}.`,
		inviteNote:
			"After that you sign in with your NIP or this e-mail address. Staff never ask for your password.",
		resetSubject: "A new password for Cakap",
		reset:
			"Somebody, we hope you, asked for a new password for your account in Cakap. Open this link to choose it:",
		resetLife: "The link can be used once, within one hour.",
		resetNotYou: "If it was not you, ignore this mail: your password stays as it is.",
		resetDoneSubject: "Your password for Cakap has been changed",
		resetDone:
			"The password of your account in Cakap has just been changed, and all open sessions have ended.",
		notYou: "If it was not you, tell your agency's training manager at once.",

		choose: "Choose a password",
		chooseLead: (name: string) => `This is the account of ${name}. Choose a password that only you know.`,
		save: "Save and sign in",
		opened: "The password has been saved. You are signed in.",
		linkGone: "This link is no longer valid",
		linkGoneLead:
			"It has been used, was revoked, or is too old. Your password has not changed. If you have chosen a password, sign in; if not, ask for a new link.",
		toSignIn: "Sign in",
		toForgotten: "Ask for a new link",

		activate: "Sign in with an invitation code",
		activateLead:
			"The code is in your letter of invitation, or your agency's training manager gives it to you. With it you choose a password of your own.",
		code: "Code",
		codeHint: "16 letters and digits. Capitals, spaces and hyphens do not matter.",
		codeMissing: "Type the code in your letter.",
		identifierMissing: "Enter your NIP, NI PPPK or e-mail address.",
		codeRefused:
			"NIP or e-mail and code do not match, or the code is no longer valid. Check both. If it still does not work, ask your agency's training manager for a new code.",
		throttled: (minutes: string) => `Too many attempts. Wait ${minutes} minutes and try again.`,
		busy: "Many people are signing in at the same time. Wait a few seconds and try again.",

		forgotten: "Forgotten password",
		forgottenLead:
			"Enter your NIP, NI PPPK or e-mail address. If there is an e-mail address in your data, we send a link to choose a new password.",
		send: "Send the link",
		sent: "Your request has been received",
		sentLead:
			"If that is in our data and has an e-mail address, a link is sent to it within minutes and is valid for one hour. Your password has not changed yet.",
		sentNone:
			"No mail? Look into the spam folder. If you have no e-mail address, ask your agency's training manager for a one-time code.",

		letters: "Letters of invitation",
		addressee: (name: string) => `To ${name}`,
		letterTitle: "Invitation to Cakap",
		letterText: (agency: string) =>
			`${agency} invites you to Cakap, where civil servants learn, are tested, and earn certificates of training hours.`,
		letterSteps: (address: string) =>
			`Open ${address} and enter your NIP or NI PPPK, the code below, and a password that you choose yourself.`,
		letterLife: (until: string) => `The code can be used once, until ${until}.`,
		letterNote:
			"Keep this letter safe until the code is used. Staff never ask for your password, and a NIP is not a password.",

		inviteTitle: "Invite people",
		inviteLead:
			"Those without an account are invited by e-mail, or with a printed letter when they have no e-mail address.",
		unit: "Unit, with all units below it",
		allUnits: "The whole agency",
		preview: "Count",
		without: "Those without an account",
		byMail: "By e-mail",
		byLetter: "With a printed letter",
		toInvite: "Not invited yet",
		invited: "Invited, the invitation is still valid",
		way: "Way",
		sendMails: (n: string) => `Send ${n} invitations by e-mail`,
		started: "The invitations are being sent. Count again to see how far it is.",
		printLetters: (n: string) => `Make ${n} letters in one PDF`,
		printAgain: "Make the letters again in one PDF",
		again: "Also those whose letter is still valid; the codes of the old letters stop working",
		lettersNote:
			"The codes are in that PDF only and are not stored. If it is lost, make it again with the choice above. At most 1,000 letters at once; make the rest after them.",
		noLetters: "There is no letter to make. Nothing has changed.",
		everybody: "Everybody here has an account.",
		inviteLink: "Invite those without an account",

		accountOf: (name: string) => `Account of ${name}`,
		backToPerson: "Back to the person's page",
		hasAccount: "Has an account.",
		noAccount: "Has no account yet.",
		address: "E-mail address",
		noAddress: "none",
		open: "Invitations that are still valid",
		none: "None.",
		"channel.mail": "E-mail",
		"channel.letter": "Letter",
		"channel.voice": "Spoken code",
		made: "Made",
		until: "Valid until",
		mailOne: "Send a link by e-mail",
		letterOne: "Make a letter (PDF)",
		voiceOne: "Make a spoken code",
		oneNote:
			"A new one takes the place of the old. An existing password works until the link or code is used.",
		voiceNote: "A spoken code is valid for one day; give it only to the person, once you are sure who it is.",
		revoke: "Revoke the invitation",
		mailed: "The invitation has been sent.",
		revoked: "The invitation has been revoked.",
		nothingOpen: "No invitation is valid. Nothing has changed.",
		codeOnce: (name: string) =>
			`Give this code to ${name}. It is shown only once and is used on the activation page together with the NIP.`,
		personAdded: "The person has been added. Invite them here.",
		accountLink: "Account and invitation",
	},
});
