import { pictureSize } from "../../../catalog/pictureSize.ts";
import type { Shape } from "../../items/areas.ts";
import { note, QuestionRefused } from "../notes.ts";
import { takePictures } from "../pictures.ts";
import type { Gathering } from "../reading.ts";
import { freeText } from "../rubric.ts";
import { type Element, elements, isElement, rawText } from "../xml.ts";
import { optionText } from "./body.ts";
import { nothing, type Reader } from "./question.ts";
import { rightValues } from "./responses.ts";

export const readOrder: Reader = ({ stem, parts, feedback, gathered }) => {
	const part = parts[0];
	const choices = part ? elements(part.interaction, "simpleChoice") : [];
	const key = part?.response.correct ?? [];
	const named = new Map(choices.map((one) => [one.attributes.identifier ?? "", one]));
	const unknown = key.find((id) => !named.has(id));
	if (unknown !== undefined) throw new QuestionRefused(note("no.keyUnknown", unknown));
	if (new Set(key).size < named.size) throw new QuestionRefused(note("no.key"));
	gathered.say(note("orderScore"));
	const list = key.map((id, i) => ({
		id: String.fromCharCode(97 + i),
		text: optionText(named.get(id) as Element, gathered),
	}));
	if (feedback.correct === "" && feedback.wrong === "") return { type: "ordering", stem, elements: list };
	if (feedback.correct === "" || feedback.wrong === "") gathered.say(note("feedbackAdded"));
	const said = {
		correct: feedback.correct || "Tepat.",
		wrong: feedback.wrong || "Urutannya belum tepat.",
	};
	return { type: "ordering", stem, elements: list, feedback: said };
};

export const readFreeText: Reader = ({ stem, graderNote, gathered }) =>
	freeText(stem, graderNote, nothing, gathered);

/** Places in a picture. The picture's name is set where it gets one. */
export const readHotspots: Reader = ({ stem, parts, find, gathered }) => {
	const part = parts[0];
	const picture = part?.interaction.children
		.filter(isElement)
		.find(({ name }) => name === "object" || name === "img");
	if (!part || !picture) throw new QuestionRefused(note("no.picture", "hotspot"));
	const { data, src, alt, width, height } = picture.attributes;
	const words = alt || rawText(picture).trim();
	takePictures([{ src: data ?? src ?? "", alt: words }], find, gathered);
	const shown = gathered.pictures.at(-1);
	const size = shown && pictureSize(shown.bytes);
	const right = rightValues(part.response);
	const areas = elements(part.interaction, "hotspotChoice").map(({ attributes }, i) => ({
		id: String.fromCharCode(97 + i),
		name: nameOf(attributes, i, gathered),
		shape: shapeOf(attributes, gathered),
		correct: right.includes(attributes.identifier ?? ""),
	}));
	return {
		type: "areas",
		stem,
		image: "",
		alt: shown?.alt ?? words,
		width: Number(width) || (size?.width ?? 0),
		height: Number(height) || (size?.height ?? 0),
		areas,
		many: part.response.cardinality === "multiple",
	};
};

function nameOf({ hotspotLabel }: Element["attributes"], index: number, gathered: Gathering): string {
	if (hotspotLabel?.trim()) return hotspotLabel.trim();
	gathered.say(note("areaNamed"));
	return `Area ${String.fromCharCode(65 + index)}`;
}

/** Circles and rectangles; of anything else the rectangle around it, which is told. */
function shapeOf({ shape = "", coords = "" }: Element["attributes"], gathered: Gathering): Shape {
	const numbers = coords.split(/[\s,]+/).map((text) => Math.round(Number(text)));
	if (numbers.some((one) => !Number.isFinite(one)) || numbers.length < 3 || shape === "default")
		throw new QuestionRefused(note("no.area", `${shape} ${coords}`.trim()));
	const [a = 0, b = 0, c = 0, d = c] = numbers;
	if (shape === "circle") return { kind: "circle", x: a, y: b, radius: c };
	if (shape === "rect") return box([a, c], [b, d]);
	gathered.say(note("areaBox"));
	if (shape === "ellipse") return box([a - c, a + c], [b - d, b + d]);
	return box(
		numbers.filter((_, i) => i % 2 === 0),
		numbers.filter((_, i) => i % 2 === 1),
	);
}

function box(xs: number[], ys: number[]): Shape {
	const [x, y] = [Math.min(...xs), Math.min(...ys)];
	return { kind: "rect", x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
