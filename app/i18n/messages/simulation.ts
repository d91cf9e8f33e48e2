import { defineMessages } from "../language.ts";

export const simulationMessages = defineMessages({
	id: {
		title: "Simulasi bank soal",
		link: "Simulasikan bank ini untuk asesmen",
		lead: "Orang rekaan menjawab asesmen adaptif dengan soal bank ini, sebelum orang sungguhan memakainya. Kode yang dijalankan sama dengan kode situs; tidak ada jawaban yang disimpan.",
		bank: "Bank yang disimulasikan",
		scored: "Soal yang dinilai komputer",
		different: "Soal berbeda (varian dihitung sekali)",
		domains: "Ranah",
		leftOut: (n: string) =>
			`${n} soal uraian tidak ikut: nilainya diberikan penelaah, terlambat untuk memilih soal berikutnya.`,
		assumed: (n: string) =>
			`${n} soal belum diberi perkiraan kesukaran; dipakai perkiraan umum menurut jenjangnya.`,
		thin: (domains: string, least: string) =>
			`Ranah ${domains} mempunyai kurang dari ${least} soal berbeda, sehingga hasilnya akan disebut “belum dapat diukur”.`,
		tooSmall: (has: string, least: string) =>
			`Belum dapat disimulasikan: bank ini mempunyai ${has} soal berbeda yang dinilai komputer, sedangkan satu asesmen memerlukan sedikitnya ${least}. Tambah soal, lalu buka halaman ini kembali.`,
		people: "Orang rekaan",
		peopleHint: "Makin banyak orang makin teliti angkanya, dan makin lama menunggu (beberapa detik).",
		peopleNeeded: "Pilih jumlah orang rekaan dari daftar. Belum ada yang dijalankan.",
		run: "Jalankan simulasi",
		busy: "Simulasi lain sedang berjalan. Belum ada yang dijalankan; coba lagi beberapa detik lagi.",
		tooLong:
			"Simulasi dihentikan karena terlalu lama. Tidak ada yang berubah; pilih jumlah orang yang lebih kecil.",
		result: "Hasil simulasi",
		basis: (people: string, items: string) => `${people} orang rekaan menjawab dari ${items} soal.`,
		figure: "Ukuran",
		value: "Hasil",
		mark: "Batas",
		verdict: "Keadaan",
		meaning: "Arti setiap ukuran",
		reached: "tercapai",
		missed: "belum tercapai",
		logits: (value: string) => `${value} logit`,
		items: (value: string) => `${value} soal`,
		fromTo: (from: string, to: string) => `${from} sampai ${to}`,
		most: (to: string) => `paling banyak ${to}`,
		bias: "Simpangan rata-rata (bias)",
		"bias.means":
			"Selisih rata-rata antara taksiran dan kemampuan sebenarnya. Mendekati 0 berarti tidak ada yang dinilai terlalu tinggi atau terlalu rendah secara umum.",
		rmse: "Galat taksiran (rmse)",
		"rmse.means":
			"Besar kesalahan taksiran kemampuan umum yang lazim. Jarak antarjenjang kira-kira 1,3 logit.",
		meanLength: "Panjang rata-rata",
		"meanLength.means": "Banyaknya soal yang dijawab satu orang sebelum hasilnya cukup pasti.",
		maxExposure: "Paparan terbesar",
		"maxExposure.means":
			"Bagian peserta yang menemui soal yang paling sering keluar. Soal yang terlalu sering keluar cepat bocor.",
		coverage90: "Cakupan selang 90%",
		"coverage90.means":
			"Bagian orang yang kemampuan umumnya benar-benar ada di dalam rentang yang dinyatakan. Seharusnya 90%.",
		domainCoverage90: "Cakupan ranah terburuk",
		"domainCoverage90.means": "Hal yang sama untuk ranah yang paling jauh dari 90%.",
		exposureNeeds: (length: string, needed: string, has: string) =>
			`Dengan rata-rata ${length} soal per orang, batas paparan memerlukan sedikitnya ${needed} soal; bank ini mempunyai ${has}.`,
		fixed: (n: string) =>
			`Tanpa penyesuaian, tes acak berimbang memerlukan ${n} soal per orang untuk galat yang sama.`,
		fixedNever: "Tanpa penyesuaian, seluruh bank pun tidak mencapai galat yang sama.",
		caution:
			"Angka ini mengandaikan perkiraan kesukaran penulis benar. Setelah ada jawaban sungguhan, kesukaran ditaksir ulang.",
	},
	en: {
		title: "Simulation of a question bank",
		link: "Simulate this bank for placement",
		lead: "Simulated people sit the adaptive placement with the items of this bank, before real people do. It runs the very code of the site; no answer is stored.",
		bank: "The bank that is simulated",
		scored: "Items scored by computer",
		different: "Different items (variants count once)",
		domains: "Domains",
		leftOut: (n: string) =>
			`${n} essay items are left out: a reviewer gives their points, too late to choose the next item.`,
		assumed: (n: string) =>
			`${n} items have no estimate of difficulty yet; a general one by their level is used.`,
		thin: (domains: string, least: string) =>
			`Domain ${domains} has fewer than ${least} different items, so that its result will say “cannot be measured yet”.`,
		tooSmall: (has: string, least: string) =>
			`It cannot be simulated yet: this bank has ${has} different items scored by computer, and one placement needs at least ${least}. Add items, then open this page again.`,
		people: "Simulated people",
		peopleHint: "The more people, the surer the figures, and the longer the wait (some seconds).",
		peopleNeeded: "Choose a number of simulated people from the list. Nothing was run.",
		run: "Run the simulation",
		busy: "Another simulation is running. Nothing was run; try again in some seconds.",
		tooLong: "The simulation took too long and was ended. Nothing has changed; choose fewer people.",
		result: "Result of the simulation",
		basis: (people: string, items: string) => `${people} simulated people answered from ${items} items.`,
		figure: "Figure",
		value: "Result",
		mark: "Mark",
		verdict: "State",
		meaning: "What each figure means",
		reached: "reached",
		missed: "not reached",
		logits: (value: string) => `${value} logits`,
		items: (value: string) => `${value} items`,
		fromTo: (from: string, to: string) => `${from} to ${to}`,
		most: (to: string) => `at most ${to}`,
		bias: "Mean deviation (bias)",
		"bias.means":
			"The mean difference between estimated and true ability. Near 0, nobody is rated too high or too low in general.",
		rmse: "Error of the estimate (rmse)",
		"rmse.means": "How large an error of the general ability is usual. Levels lie about 1.3 logits apart.",
		meanLength: "Mean length",
		"meanLength.means": "How many items a person answers before the result is sure enough.",
		maxExposure: "Largest exposure",
		"maxExposure.means":
			"The share of people who meet the most met item. An item that is met too often leaks soon.",
		coverage90: "Coverage of the 90% interval",
		"coverage90.means":
			"The share of people whose general ability truly lies in the stated range. It should be 90%.",
		domainCoverage90: "Coverage of the worst domain",
		"domainCoverage90.means": "The same for the domain that is farthest from 90%.",
		exposureNeeds: (length: string, needed: string, has: string) =>
			`At ${length} items a person, the exposure limit needs at least ${needed} items; this bank has ${has}.`,
		fixed: (n: string) =>
			`Without adapting, a balanced random test needs ${n} items a person for the same error.`,
		fixedNever: "Without adapting, even the whole bank does not reach the same error.",
		caution:
			"These figures take the authors' estimates of difficulty for true. Once there are real answers, difficulties are estimated anew.",
	},
});
