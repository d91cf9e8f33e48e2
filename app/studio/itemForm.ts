import { type Item, type ItemOf, itemSchema } from "../assessment/item.ts";
import { issueWords } from "../i18n/issueWords.ts";
import type { Language } from "../i18n/language.ts";
import { itemFieldName } from "./fieldNames.ts";
import { areasForm, choiceForm } from "./itemForms/choices.ts";
import {
	type FormOf,
	fieldNames,
	type ItemForm,
	numberOf,
	pictureFields,
	type TypeField,
} from "./itemForms/form.ts";
import {
	classificationForm,
	gapChoiceForm,
	gapTextForm,
	matchingForm,
	numericForm,
	orderingForm,
	textForm,
} from "./itemForms/parts.ts";
import { essayForm, inboxForm, sharingForm, signedFileForm } from "./itemForms/practice.ts";

const forms: { [T in Item["type"]]: FormOf<ItemOf<T>> } = {
	single: choiceForm,
	multiple: choiceForm,
	truefalse: choiceForm,
	matching: matchingForm,
	ordering: orderingForm,
	numeric: numericForm,
	text: textForm,
	gaptext: gapTextForm,
	gapchoice: gapChoiceForm,
	classification: classificationForm,
	areas: areasForm,
	inbox: inboxForm,
	sharing: sharingForm,
	signedfile: signedFileForm,
	essay: essayForm,
};
const formOf = (type: Item["type"]): FormOf<Item> => forms[type];

export const isItemType = (type: string): type is Item["type"] => Object.hasOwn(forms, type);

/** The fields that an item of that type has of its own, in the order in which they are asked. */
export const fieldsOf = (type: Item["type"]): readonly TypeField[] => formOf(type).fields;

export const emptyItem: ItemForm = {
	...(Object.fromEntries(fieldNames.map((name) => [name, ""])) as ItemForm),
	type: "single",
	competence: "D3.1",
	level: "1",
	tolerance: "0",
};

/** The item that the form describes, or what is wrong with it by field. */
export function itemFromForm(form: ItemForm, lang: Language): { item: Item } | { problems: string[] } {
	const { code, type, competence, stem, prototype } = form;
	const pictures = pictureFields
		.map(([image, alt]) => ({ image: form[image], alt: form[alt] }))
		.filter(({ image, alt }) => image !== "" || alt !== "");
	const about = {
		pictures: pictures.length > 0 ? pictures : undefined,
		rationale: form.rationale || undefined,
		source: form.source || undefined,
		difficulty: form.difficulty ? numberOf(form.difficulty) : undefined,
		discrimination: form.discrimination ? numberOf(form.discrimination) : undefined,
		leakRisk: form.leakRisk || undefined,
		prototype: prototype || undefined,
	};
	const own = isItemType(type) ? formOf(type).read(form) : {};
	const common = { code, type, competence, stem, level: numberOf(form.level), ...about };
	const parsed = itemSchema.safeParse({ ...common, ...own });
	if (parsed.success) return { item: parsed.data };
	const { issues } = parsed.error;
	return {
		problems: issues.map((issue) => `${itemFieldName(issue.path, lang)}: ${issueWords(issue, lang)}`),
	};
}

/** The form of an item, for changing it. */
export function itemToForm(item: Item): ItemForm {
	const { code, type, competence, level, stem } = item;
	const { rationale = "", source = "", difficulty, discrimination, leakRisk = "", prototype = "" } = item;
	return {
		...emptyItem,
		...picturesToForm(item),
		...{ code, type, competence, stem, level: String(level) },
		...{ rationale, source, leakRisk, prototype },
		difficulty: difficulty === undefined ? "" : String(difficulty),
		discrimination: discrimination === undefined ? "" : String(discrimination),
		...formOf(type).write(item),
	};
}

function picturesToForm({ pictures = [] }: Item): Partial<ItemForm> {
	return Object.fromEntries(
		pictureFields.flatMap(([image, alt], index) => [
			[image, pictures[index]?.image ?? ""],
			[alt, pictures[index]?.alt ?? ""],
		]),
	);
}
