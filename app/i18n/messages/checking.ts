import { defineMessages } from "../language.ts";

export const checkingMessages = defineMessages({
	id: {
		back: "Periksa sertifikat",
		title: "Memeriksa tanpa Cakap",
		authority: "Unduh cakap-otoritas.pem",
		link: "Bagaimana memeriksanya tanpa Cakap",
		lead: "Sertifikat dan lencana dapat diperiksa dengan alat siapa pun, juga bila situs ini tidak ada lagi. Yang diperlukan hanya berkasnya dan kunci publik di bawah ini, yang sebaiknya diunduh sekali dan disimpan.",
		pdfTitle: "Berkas PDF",
		pdfText:
			"Tanda tangannya menurut PAdES (ETSI EN 319 142) dan meliputi seluruh berkas. Pembaca PDF mana pun menunjukkannya; penandatangannya dikenal setelah otoritas pemasangan ini dipercaya.",
		pdfStep1:
			"Unduh sertifikat otoritas di bawah ini dan cocokkan sidiknya dengan yang diumumkan penyelenggara.",
		pdfStep2:
			"Periksa dengan pdfsig (paket poppler-utils). Yang benar menjawab “Signature is Valid” dan “Total document signed”.",
		pdfStep3:
			"Atau dengan perintah Cakap di komputer mana pun, tanpa basis data; jawabannya 0 bila asli dan 1 bila tidak, dengan alasannya.",
		fingerprint: "Sidik SHA-256 otoritas:",
		badgeTitle: "Lencana",
		badgeText:
			"Lencana ialah Verifiable Credential 2.0 dengan bukti Data Integrity, rangkaian eddsa-rdfc-2022. Kunci publiknya ialah bagian alamat verificationMethod sesudah tanda pagar. Pemeriksa Open Badges 3.0 mana pun dapat membacanya; berkas SVG dan PNG memuat lencana yang sama. Apakah dicabut, dibaca dari daftar yang disebut credentialStatus.",
		limits:
			"Yang tidak dapat diketahui tanpa situs ini: apakah sertifikat sudah dicabut atau diganti sesudah berkasnya dibuat.",
	},
	en: {
		back: "Check a certificate",
		title: "Checking without Cakap",
		authority: "Download cakap-otoritas.pem",
		link: "How to check without Cakap",
		lead: "Certificates and badges can be checked with anybody's tools, also when this site is no more. All that is needed is the file and the public key below, which is best downloaded once and kept.",
		pdfTitle: "PDF files",
		pdfText:
			"The signature follows PAdES (ETSI EN 319 142) and covers the whole file. Any PDF reader shows it; the signer is known once this installation's authority is trusted.",
		pdfStep1:
			"Download the authority's certificate below and compare its fingerprint with the one that the organiser has published.",
		pdfStep2:
			"Check with pdfsig (package poppler-utils). A genuine file says “Signature is Valid” and “Total document signed”.",
		pdfStep3:
			"Or with Cakap's command on any computer, without a database; it answers 0 for genuine and 1 for not, with the reason.",
		fingerprint: "SHA-256 fingerprint of the authority:",
		badgeTitle: "Badges",
		badgeText:
			"A badge is a Verifiable Credential 2.0 with a Data Integrity proof, suite eddsa-rdfc-2022. Its public key is the part of verificationMethod after the hash sign. Any Open Badges 3.0 verifier can read it; the SVG and PNG files hold the same badge. Whether it is revoked stands in the list that credentialStatus names.",
		limits:
			"What cannot be known without this site: whether a certificate was revoked or replaced after its file was made.",
	},
});
