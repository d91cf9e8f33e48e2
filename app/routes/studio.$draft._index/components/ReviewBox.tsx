import { studioMessages } from "#app/i18n/messages/studio.ts";
import { useMessages } from "#app/ui/context.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

/** For a reviewer of a draft that waits: publish it, or return it with a remark. */
export function ReviewBox({ review }: { review: { mine: boolean } | null }) {
	const t = useMessages(studioMessages);
	if (!review) return null;
	if (review.mine) return <p className="toast bad">{t.ownText}</p>;
	return (
		<section>
			<h2>{t.review}</h2>
			<form method="post" className="actions">
				<Button name="intent" value="publish">
					{t.publish}
				</Button>
			</form>
			<form method="post">
				<TextArea label={t.remark} name="remark" rows={3} />
				<Button kind="plain" name="intent" value="return">
					{t.returnIt}
				</Button>
			</form>
		</section>
	);
}
