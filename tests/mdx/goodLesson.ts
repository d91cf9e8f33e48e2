/** A lesson that uses every element, for tests. */
export const goodLesson = `---
title: Mengenali pesan penipuan
minutes: 25
objective: Peserta dapat mengenali pesan penipuan.
competence: D3.1
---

<Desk who="Ibu Rina" where="Bagian Umum">
Pukul 08.10, sebuah surel masuk.
</Desk>

## Satu gagasan

Baca <Term means="penipuan lewat pesan">phishing</Term> di [materi lain](lesson:kata-sandi) atau
[situs](https://example.go.id/a?b=1&c=2). Tekan <kbd>Ctrl</kbd>.

<Callout kind="warning" title="Jangan tergesa">Periksa *alamat* pengirim.</Callout>

<Figure src="media/surel.svg" alt="Surel palsu" width="640" height="360" caption="Surel palsu" />

<Steps>
1. Baca
2. Periksa
</Steps>

<Compare>
| Asli | Palsu |
|---|---|
| go.id | g0.id |
</Compare>

<Check id="c1" type="single" competence="D3.1" question="Mana yang aman?">
  <Option correct="yes" feedback="UMPANBALIK-A">go.id</Option>
  <Option feedback="UMPANBALIK-B">g0.id</Option>
</Check>

<Check id="c2" type="multiple" question="Pilih semua.">
<Option correct="yes" feedback="UMPANBALIK-C">satu</Option>
<Option correct="yes" feedback="UMPANBALIK-D">

dua

</Option>
<Option feedback="UMPANBALIK-E">tiga</Option>
</Check>

<Practice id="p1" look="inbox" title="Kotak masuk" intro="Nilai tiap pesan." choices="Aman | Phishing">
<Case title="Hadiah" meta="a@b.test, 08.10" answer="Phishing" feedback="UMPANBALIK-F">
Anda menang.
</Case>
<Case title="Rapat" answer="Aman" feedback="UMPANBALIK-G">
Rapat pukul 09.00.
</Case>
</Practice>

<Today>
Aktifkan MFA.
</Today>

<Sources>
- BSSN, 2025
</Sources>
`;
