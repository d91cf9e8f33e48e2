/** A small script that enhances what already works without it. `src` comes from `import url from "./x.ts?worker&url"`. */
export function Island({ src }: { src: string }) {
	return <script type="module" src={src} />;
}
