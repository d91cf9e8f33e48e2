import { copiedCourse } from "./copiedCourse.ts";

const levels = [0, 250, 500].map((points) => ({ points, text: `Tingkat ${points}` }));
const essay = {
	code: "uraian-1",
	type: "essay",
	competence: "D3.1",
	level: 2,
	stem: "Jelaskan langkah Anda ketika menerima surel palsu.",
	rubric: [
		{ id: "isi", text: "Langkahnya benar", levels },
		{ id: "alasan", text: "Alasannya jelas", levels },
	],
};
const blueprint = [{ competence: "D3.1", level: 2, count: 1 }];

/** A course in the running site whose exam is one free text. @returns its slug */
export function essayCourse(): string {
	const slug = "uraian-keamanan";
	copiedCourse({ slug, title: "Uraian Keamanan", items: [essay], exam: { blueprint, passMark: 70 } });
	return slug;
}
