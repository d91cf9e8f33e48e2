import { readinessMessages } from "#app/i18n/messages/readiness.ts";
import type { Figure } from "#app/readiness/suppress.ts";
import { type Shade, shadesOf, shortProvince } from "#app/readiness/tiles.ts";
import { figureWords } from "#app/readiness/words.ts";
import { useLang, useMessages } from "#app/ui/context.tsx";

export type MapProvince = {
	code: string;
	name: string;
	tileColumn: number;
	tileRow: number;
	figure: Figure | null;
};
type MapProps = {
	provinces: readonly MapProvince[];
	label: string;
	chosen: string | null;
	/** The address that filters by the province. */
	to: (code: string) => string;
};

const WIDTH = 66;
const HEIGHT = 54;

/**
 * One tile a province. Wide enough, each tile is a link; on a narrow screen the map is a picture, and the
 * table beside it is the control.
 */
export function ProvinceMap(props: MapProps) {
	return (
		<>
			<Picture {...props} linked className="map map-links" />
			<Picture {...props} linked={false} className="map map-picture" />
		</>
	);
}

function Picture({
	provinces,
	label,
	chosen,
	to,
	linked,
	className,
}: MapProps & { linked: boolean; className: string }) {
	const t = useMessages(readinessMessages);
	const lang = useLang();
	const shades = shadesOf(provinces.map((province) => province.figure));
	const columns = Math.max(0, ...provinces.map((province) => province.tileColumn)) + 1;
	const rows = Math.max(0, ...provinces.map((province) => province.tileRow)) + 1;
	return (
		<svg
			className={className}
			viewBox={`0 0 ${columns * WIDTH} ${rows * HEIGHT}`}
			width={columns * WIDTH}
			height={rows * HEIGHT}
			role={linked ? "group" : "img"}
			aria-label={label}
		>
			{provinces.map((province, index) => {
				const words = figureWords(province.figure, lang);
				const tile = (
					<Tile
						key={province.code}
						province={province}
						words={words}
						shade={shades[index] ?? "none"}
						isChosen={province.code === chosen}
					/>
				);
				if (!linked) return tile;
				const spoken = t.tile(province.name, province.figure ? words : t.noneMonth);
				return (
					<a key={province.code} href={to(province.code)} aria-label={spoken}>
						{tile}
					</a>
				);
			})}
		</svg>
	);
}

type TileProps = { province: MapProvince; words: string; shade: Shade; isChosen: boolean };

function Tile({ province, words, shade, isChosen }: TileProps) {
	const x = province.tileColumn * WIDTH;
	const y = province.tileRow * HEIGHT;
	return (
		<g className={`tile shade-${shade}${isChosen ? " chosen" : ""}`}>
			<rect x={x + 2} y={y + 2} width={WIDTH - 4} height={HEIGHT - 4} rx="3" />
			<text x={x + WIDTH / 2} y={y + 22} textAnchor="middle" className="tile-name">
				{shortProvince(province.code)}
			</text>
			<text
				x={x + WIDTH / 2}
				y={y + 42}
				textAnchor="middle"
				className={words.length > 7 ? "tile-value long" : "tile-value"}
			>
				{words}
			</text>
		</g>
	);
}
