type Shown = { src: string; alt: string; width?: number; height?: number };

/** The pictures below a question; they load when they come into view, and the place for them is kept. */
export function ItemPictures({ pictures }: { pictures: readonly Shown[] }) {
	return pictures.map((picture) => (
		<img key={picture.src} className="item-picture" loading="lazy" {...picture} alt={picture.alt} />
	));
}
