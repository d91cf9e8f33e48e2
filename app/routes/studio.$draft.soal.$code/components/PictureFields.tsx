import { itemFormMessages } from "#app/i18n/messages/itemForm.ts";
import { type ItemForm, pictureFields } from "#app/studio/itemForms/form.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, Select } from "#app/ui/fields.tsx";
import { ItemPictures } from "#app/ui/ItemPictures.tsx";

/** A picture of the draft by the name that lessons and items use. */
export type Picture = { name: string; src: string };

/** The pictures that the item shows, and a place for one more. */
export function PictureFields({ form, pictures }: { form: ItemForm; pictures: Picture[] }) {
	const t = useMessages(itemFormMessages);
	const used = pictureFields.filter(([image, alt]) => form[image] !== "" || form[alt] !== "").length;
	const src = (name: string) => pictures.find((one) => one.name === name)?.src;
	const isPossible = pictures.length > 0 || used > 0;
	return (
		<fieldset className="field">
			<legend>{t.pictures}</legend>
			<p className="hint">{isPossible ? t.picturesHint : t.picturesNone}</p>
			{pictureFields.slice(0, isPossible ? used + 1 : 0).map(([image, alt], index) => {
				const address = src(form[image]);
				const n = String(index + 1);
				return (
					<div key={image}>
						{address ? <ItemPictures pictures={[{ src: address, alt: form[alt] }]} /> : null}
						<Select
							label={t.picture(n)}
							name={image}
							defaultValue={form[image]}
							choices={choices(form[image], pictures, t.pictureNone)}
						/>
						<Field label={t.pictureAlt(n)} name={alt} defaultValue={form[alt]} />
					</div>
				);
			})}
		</fieldset>
	);
}

/** A picture that is gone from the draft stays chosen, or opening the item would lose it. */
function choices(chosen: string, pictures: readonly Picture[], none: string) {
	const names = pictures.map(({ name }) => name);
	const all = chosen === "" || names.includes(chosen) ? names : [chosen, ...names];
	return [{ value: "", label: none }, ...all.map((name) => ({ value: name, label: name }))];
}
