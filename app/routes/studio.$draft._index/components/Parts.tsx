import { bankMessages } from "#app/i18n/messages/bank.ts";
import { exchangeMessages } from "#app/i18n/messages/exchange.ts";
import { studioMessages } from "#app/i18n/messages/studio.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Page = {
	id: string;
	isOpen: boolean;
	lessons: { slug: string; title: string }[];
	items: { code: string; stem: string; type: string }[];
	pictures: string[];
};

/** Lessons, items and pictures of a draft, each with its way in. */
export function Parts({ page }: { page: Page }) {
	const t = useMessages(studioMessages);
	const b = useMessages(bankMessages);
	const e = useMessages(exchangeMessages);
	const { id, isOpen } = page;
	return (
		<>
			<section>
				<h2>{t.lessons}</h2>
				<ol className="outline">
					{page.lessons.map(({ slug, title }, index) => (
						<li key={slug}>
							<a href={`/studio/${id}/materi/${slug}`}>{title}</a>{" "}
							{isOpen && index > 0 ? <MoveUp slug={slug} title={title} /> : null}
							{isOpen ? <Remove intent="remove-lesson" name="slug" value={slug} what={title} /> : null}
						</li>
					))}
				</ol>
				{isOpen ? (
					<form method="post">
						<input type="hidden" name="intent" value="add-lesson" />
						<Field label={t.lessonTitle} name="title" id="f-lesson-title" maxLength={150} />
						<Button kind="plain">{t.addLesson}</Button>
					</form>
				) : null}
			</section>
			<section>
				<h2>
					{t.items} ({page.items.length})
				</h2>
				<ul className="outline">
					{page.items.map(({ code, stem }) => (
						<li key={code}>
							<a href={`/studio/${id}/soal/${code}`}>{code}</a> {stem}{" "}
							{isOpen ? <Remove intent="remove-item" name="code" value={code} what={code} /> : null}
						</li>
					))}
				</ul>
				<p className="actions">
					{isOpen ? <a href={`/studio/${id}/soal/baru`}>{t.addItem}</a> : null}
					<a href={`/studio/${id}/soal`}>{b.see}</a>
					<a href={`/studio/${id}/impor`}>{e.link}</a>
				</p>
			</section>
			<Pictures page={page} />
		</>
	);
}

function Pictures({ page: { id, isOpen, pictures } }: { page: Page }) {
	const t = useMessages(studioMessages);
	return (
		<section>
			<h2>{t.pictures}</h2>
			<ul>
				{pictures.map((name) => (
					<li key={name}>
						<code>{name}</code>
					</li>
				))}
			</ul>
			{isOpen ? (
				<form method="post" action={`/studio/${id}/gambar`} encType="multipart/form-data">
					<Field
						label={t.upload}
						name="file"
						type="file"
						accept="image/png,image/jpeg,image/webp"
						hint={t.uploadHint}
						required
					/>
					<Button kind="plain">{t.upload}</Button>
				</form>
			) : null}
		</section>
	);
}

function MoveUp({ slug, title }: { slug: string; title: string }) {
	const t = useMessages(studioMessages);
	return (
		<form method="post" className="inline">
			<input type="hidden" name="intent" value="move-lesson" />
			<button type="submit" className="link" name="slug" value={slug}>
				{t.moveUp} <span className="visually-hidden">{title}</span>
			</button>
		</form>
	);
}

type Removal = { intent: string; name: string; value: string; what: string };

/** Asks once more: what is removed is gone. */
function Remove({ intent, name, value, what }: Removal) {
	const t = useMessages(studioMessages);
	return (
		<details className="inline">
			<summary>
				{t.remove} <span className="visually-hidden">{what}</span>
			</summary>
			<form method="post">
				<input type="hidden" name="intent" value={intent} />
				<Button kind="danger" name={name} value={value}>
					{t.removeSure(what)}
				</Button>
			</form>
		</details>
	);
}
