import { chosenOf } from "#app/assessment/answerParts.ts";
import type { Shape } from "#app/assessment/items/areas.ts";
import { itemMessages } from "#app/i18n/messages/items.ts";
import { useMessages } from "#app/ui/context.tsx";
import type { FieldsOf } from "./fieldsOf.ts";

const letter = (index: number) => String.fromCharCode(65 + index);

/** The list is the control; the picture shows where its entries lie, and each letter there is a label of its entry. */
export function Areas({ shown, name, answer }: FieldsOf<"areas">) {
	const t = useMessages(itemMessages);
	const { areas, many, image, alt, width, height } = shown;
	const chosen = chosenOf(answer);
	const idOf = (area: string) => `${name}-${area}`;
	return (
		<>
			<svg className="areas" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
				<image href={image} width={width} height={height} />
				{areas.map(({ id, shape }, index) => (
					<Area key={id} shape={shape} text={letter(index)} htmlFor={idOf(id)} />
				))}
			</svg>
			<p className="hint">
				{t.areaHint} {many ? t.pickMany : ""}
			</p>
			{areas.map(({ id, name: text }, index) => (
				<div key={id} className="choice">
					<input
						id={idOf(id)}
						type={many ? "checkbox" : "radio"}
						name={name}
						value={id}
						defaultChecked={chosen.includes(id)}
						// The letter in the picture is a label of it too, and would be read twice.
						aria-labelledby={`${idOf(id)}-text`}
					/>
					<label id={`${idOf(id)}-text`} htmlFor={idOf(id)}>
						{t.area(letter(index), text)}
					</label>
				</div>
			))}
		</>
	);
}

function Area({ shape, text, htmlFor }: { shape: Shape; text: string; htmlFor: string }) {
	const [x, y, width, height] =
		shape.kind === "rect"
			? [shape.x, shape.y, shape.width, shape.height]
			: [shape.x - shape.radius, shape.y - shape.radius, 2 * shape.radius, 2 * shape.radius];
	return (
		<>
			{shape.kind === "rect" ? (
				<rect x={x} y={y} width={width} height={height} />
			) : (
				<circle cx={shape.x} cy={shape.y} r={shape.radius} />
			)}
			<foreignObject x={x} y={y} width={width} height={height}>
				<label htmlFor={htmlFor}>
					<b>{text}</b>
				</label>
			</foreignObject>
		</>
	);
}
