/** Blocks that the editor's buttons insert, each compiling as it stands once its words are replaced. */
export const snippets = [
	{
		name: "desk",
		text: '\n<Desk who="Nama, jabatan" where="nama kantor">\n\nApa yang terjadi di meja kerja.\n\n</Desk>\n',
	},
	{ name: "callout", text: '\n<Callout kind="info" title="Judul">\n\nIsi kotak.\n\n</Callout>\n' },
	{
		name: "figure",
		text: '\n<Figure src="media/gambar.png" alt="Apa yang tampak pada gambar" width="640" height="360" caption="Keterangan" />\n',
	},
	{
		name: "check",
		text: '\n<Check id="c1" type="single" competence="D3.1" question="Pertanyaan?">\n\n<Option correct="yes" feedback="Mengapa tepat.">Jawaban yang tepat</Option>\n<Option feedback="Mengapa belum tepat.">Jawaban lain</Option>\n\n</Check>\n',
	},
	{
		name: "practice",
		text: '\n<Practice id="p1" look="inbox" title="Judul latihan" intro="Nilai setiap pesan." choices="Aman | Phishing">\n\n<Case title="Judul pesan" meta="pengirim@contoh.example" answer="Aman" feedback="Mengapa.">\n\nIsi pesan.\n\n</Case>\n\n</Practice>\n',
	},
	{ name: "today", text: "\n<Today>\n\nSatu hal yang dilakukan di kantor hari ini.\n\n</Today>\n" },
	{ name: "sources", text: "\n<Sources>\n\n- Penerbit, judul, tanggal.\n\n</Sources>\n" },
] as const;
