import { defineMessages } from "../language.ts";

/** What the studio calls the fields of an item, and how they are filled in; `h_` is a field's hint. */
export const itemFormMessages = defineMessages({
	id: {
		typeHint: "Pilih jenis soal lebih dahulu; isian di bawahnya mengikuti jenis itu.",
		chooseType: "Tampilkan isian jenis ini",
		code: "Kode soal",
		type: "Jenis soal",
		competence: "Kompetensi",
		level: "Jenjang",
		stem: "Pertanyaan",
		options: "Pilihan (satu per baris; awali yang benar dengan *; setelah | tulis umpan balik)",
		correction: "Koreksi tebakan: soal yang dikosongkan bernilai sama dengan rata-rata tebakan",
		pairs: "Pasangan (satu per baris: kiri | kanan | umpan balik)",
		distractors: "Pengecoh (satu per baris)",
		elements: "Butir menurut urutan yang benar (satu per baris)",
		answer: "Jawaban angka",
		tolerance: "Toleransi",
		unit: "Satuan (tertulis di belakang isian)",
		units: "Satuan yang dapat dipilih peserta (satu per baris: satuan | faktor)",
		h_units:
			"Kosongkan bila peserta tidak memilih satuan. Faktor menyatakan nilainya dalam satuan kunci: MB | 1 dan GB | 1024. Satuan tanpa faktor adalah pengecoh.",
		accept: "Jawaban yang diterima (satu per baris)",
		text: "Teks dengan isian",
		h_text:
			"Tulis kunci di dalam kurung siku ganda. Isian diketik: [[12 | dua belas]], semua yang tertulis diterima. Isian dipilih: [[benar | salah | salah]], yang pertama adalah kuncinya.",
		gaps: "Umpan balik tiap isian (satu per baris, menurut urutan isian)",
		choices: "Pilihan bersama (satu per baris; untuk isian yang hanya memuat kuncinya)",
		columns: "Kolom (satu per baris)",
		rows: "Baris tabel (satu per baris: teks | kolom yang tepat | umpan balik)",
		image: "Gambar (nama di bagian Gambar pada draf, misalnya media/surel.png)",
		alt: "Isi gambar bagi yang tidak melihatnya, tanpa menyebut kunci",
		size: "Ukuran gambar dalam piksel (lebar x tinggi)",
		areas: "Area (satu per baris: nama | letak | umpan balik; awali yang benar dengan *)",
		h_areas:
			"Letak persegi: x y lebar tinggi. Letak lingkaran: x y jari-jari. Misalnya: *Alamat pengirim | 40 25 300 50",
		many: "Peserta boleh memilih beberapa area",
		messages: "Pesan (pisahkan dengan baris ---)",
		h_messages: `Dari: gaji@kemenkeu-go-id.example
Perihal: Verifikasi rekening
Waktu: 08.15
Lampiran: formulir.apk
Tepat: Laporkan kepada tim keamanan, Hapus
Umpan balik: Periksa bagian tepat sebelum garis miring pertama.
Isi: Segera verifikasi rekening Anda.`,
		actions: "Tindakan yang dapat dipilih (satu per baris)",
		h_actions:
			"Kosongkan untuk memakai: Buka dan tindak lanjuti, Balas, Laporkan kepada tim keamanan, Hapus.",
		document: "Nama dokumen yang dibagikan",
		parties: "Orang atau kelompok (satu per baris: nama | keperluan | hak yang tepat | umpan balik)",
		levels: "Hak akses yang dapat dipilih (satu per baris)",
		h_levels: "Kosongkan untuk memakai: Tidak ada akses, Melihat, Mengomentari, Menyunting.",
		files: "Berkas (pisahkan dengan baris ---)",
		h_files: `Berkas: SK-12.pdf
Ditandatangani oleh: Kepala Dinas (contoh)
Penerbit sertifikat: Balai Sertifikasi Elektronik
Perubahan setelah ditandatangani: tidak ada
Keputusan: sah
Alasan: Penerbitnya tepercaya dan isinya utuh
Umpan balik: Lihat penerbit dan keutuhannya.`,
		reasons: "Alasan yang dapat dipilih (satu per baris)",
		rubric: "Rubrik penilaian",
		h_rubric: `Awali kriteria dengan #; di bawahnya tingkat-tingkatnya, poin | teks. Poin tertinggi semua kriteria berjumlah 1000.
# Langkah yang diambil
0 | Tidak menyebut langkah
500 | Menyebut langkah yang tepat`,
		fbCorrect: "Umpan balik bila tepat",
		fbWrong: "Umpan balik bila belum tepat",
		about: "Keterangan soal",
		pictures: "Gambar di bawah pertanyaan",
		picture: (n: string) => `Gambar ${n}`,
		pictureAlt: (n: string) => `Teks pengganti gambar ${n}`,
		pictureNone: "Tanpa gambar",
		picturesHint:
			"Pilih dari gambar draf ini. Teks pengganti wajib: tuliskan apa yang terlihat, tanpa memberi tahu jawabannya. Setelah disimpan, isian untuk gambar berikutnya muncul.",
		picturesNone: "Draf ini belum memiliki gambar. Unggah dahulu di halaman draf, lalu pilih di sini.",
		rationale: "Pembahasan yang tampil bersama hasil",
		source: "Sumber kunci (peraturan atau terbitan)",
		difficulty: "Perkiraan kesulitan (−4 sampai 4)",
		discrimination: "Perkiraan daya beda (0,2 sampai 3)",
		leakRisk: "Risiko bocor",
		"leakRisk.": "Belum dinilai",
		"leakRisk.low": "Rendah",
		"leakRisk.medium": "Sedang",
		"leakRisk.high": "Tinggi",
		prototype: "Kode prototipe (soal sejenis; seorang peserta mendapat satu saja)",
		"t.single": "Pilihan tunggal",
		"t.multiple": "Pilihan jamak",
		"t.truefalse": "Benar–salah",
		"t.matching": "Menjodohkan",
		"t.ordering": "Mengurutkan",
		"t.numeric": "Angka",
		"t.text": "Isian singkat",
		"t.gaptext": "Teks rumpang diketik",
		"t.gapchoice": "Teks rumpang dipilih",
		"t.classification": "Tabel penggolongan",
		"t.areas": "Area gambar",
		"t.inbox": "Latihan: kotak masuk",
		"t.sharing": "Latihan: hak akses dokumen",
		"t.signedfile": "Latihan: berkas bertanda tangan elektronik",
		"t.essay": "Uraian",
	},
	en: {
		typeHint: "Choose the type first; the fields below follow it.",
		chooseType: "Show the fields of this type",
		code: "Item code",
		type: "Item type",
		competence: "Competence",
		level: "Level",
		stem: "Question",
		options: "Options (one a line; begin right ones with *; feedback after |)",
		correction: "Correction for guessing: a blank is worth as much as a guess is on average",
		pairs: "Pairs (one a line: left | right | feedback)",
		distractors: "Distractors (one a line)",
		elements: "Elements in the right order (one a line)",
		answer: "Numeric answer",
		tolerance: "Tolerance",
		unit: "Unit (written behind the field)",
		units: "Units to choose from (one a line: unit | factor)",
		h_units:
			"Leave empty if the learner chooses no unit. The factor is its worth in the key's unit: MB | 1 and GB | 1024. A unit without a factor is a distractor.",
		accept: "Accepted answers (one a line)",
		text: "Text with gaps",
		h_text:
			"Write the key between double square brackets. Typed: [[12 | twelve]], each of them is accepted. Chosen: [[right | wrong | wrong]], the first is the key.",
		gaps: "Feedback on each gap (one a line, in the order of the gaps)",
		choices: "Shared choices (one a line; for gaps that hold their key only)",
		columns: "Columns (one a line)",
		rows: "Rows (one a line: text | right column | feedback)",
		image: "Picture (its name under Pictures in the draft, such as media/mail.png)",
		alt: "What the picture shows to who does not see it, without the key",
		size: "Size of the picture in pixels (width x height)",
		areas: "Areas (one a line: name | place | feedback; begin right ones with *)",
		h_areas:
			"A rectangle: x y width height. A circle: x y radius. For example: *Sender's address | 40 25 300 50",
		many: "Several areas may be chosen",
		messages: "Messages (between lines of ---)",
		h_messages: `The words before the colon stay Indonesian.
Dari: gaji@kemenkeu-go-id.example
Perihal: Verifikasi rekening
Waktu: 08.15
Lampiran: formulir.apk
Tepat: Laporkan kepada tim keamanan, Hapus
Umpan balik: Periksa bagian tepat sebelum garis miring pertama.
Isi: Segera verifikasi rekening Anda.`,
		actions: "Actions to choose from (one a line)",
		h_actions: "Leave empty for: Buka dan tindak lanjuti, Balas, Laporkan kepada tim keamanan, Hapus.",
		document: "Name of the shared document",
		parties: "People or groups (one a line: name | need | right access | feedback)",
		levels: "Access to choose from (one a line)",
		h_levels: "Leave empty for: Tidak ada akses, Melihat, Mengomentari, Menyunting.",
		files: "Files (between lines of ---)",
		h_files: `The words before the colon stay Indonesian.
Berkas: SK-12.pdf
Ditandatangani oleh: Kepala Dinas (contoh)
Penerbit sertifikat: Balai Sertifikasi Elektronik
Perubahan setelah ditandatangani: tidak ada
Keputusan: sah
Alasan: Penerbitnya tepercaya dan isinya utuh
Umpan balik: Lihat penerbit dan keutuhannya.`,
		reasons: "Reasons to choose from (one a line)",
		rubric: "Rubric",
		h_rubric: `Begin a criterion with #; its levels follow, points | text. The highest points of all criteria add up to 1000.
# Langkah yang diambil
0 | Tidak menyebut langkah
500 | Menyebut langkah yang tepat`,
		fbCorrect: "Feedback when right",
		fbWrong: "Feedback when not right yet",
		about: "About the item",
		pictures: "Pictures below the question",
		picture: (n: string) => `Picture ${n}`,
		pictureAlt: (n: string) => `Alternative text of picture ${n}`,
		pictureNone: "No picture",
		picturesHint:
			"Choose from this draft's pictures. The alternative text is required: write what can be seen, without telling the answer. Once saved, a field for the next picture appears.",
		picturesNone: "This draft has no pictures yet. Upload one on the draft's page, then choose it here.",
		rationale: "Explanation shown with the result",
		source: "Source of the key (regulation or publication)",
		difficulty: "Estimated difficulty (−4 to 4)",
		discrimination: "Estimated discrimination (0.2 to 3)",
		leakRisk: "Leak risk",
		"leakRisk.": "Not judged yet",
		"leakRisk.low": "Low",
		"leakRisk.medium": "Medium",
		"leakRisk.high": "High",
		prototype: "Prototype code (variants of one item; a person meets one)",
		"t.single": "Single choice",
		"t.multiple": "Multiple response",
		"t.truefalse": "True or false",
		"t.matching": "Matching",
		"t.ordering": "Ordering",
		"t.numeric": "Numeric",
		"t.text": "Short text",
		"t.gaptext": "Gap text, typed",
		"t.gapchoice": "Gap text, chosen",
		"t.classification": "Table of classification",
		"t.areas": "Picture areas",
		"t.inbox": "Practice: mailbox",
		"t.sharing": "Practice: access to a document",
		"t.signedfile": "Practice: electronically signed files",
		"t.essay": "Essay",
	},
});
