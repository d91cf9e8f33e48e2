import { answerText } from "#app/assessment/answer.ts";
import type { ShownAttemptItem } from "#app/assessment/attemptView.server.ts";
import { assessmentMessages } from "#app/i18n/messages/assessment.ts";
import { useMessages } from "#app/ui/context.tsx";
import { ItemPictures } from "#app/ui/ItemPictures.tsx";
import { Areas } from "./fields/Areas.tsx";
import type { FieldsOf } from "./fields/fieldsOf.ts";
import { Gaps } from "./fields/Gaps.tsx";
import { Options } from "./fields/Options.tsx";
import { Inbox, Sharing, SignedFiles } from "./fields/Practice.tsx";
import { RowsAndColumns } from "./fields/RowsAndColumns.tsx";
import { Matches, Places } from "./fields/Selects.tsx";
import { Essay, Numeric, ShortText } from "./fields/Typed.tsx";

/** One item with the answer that is saved; names in the form are `q<position>`, or `q<position>.<part>`. */
export function ExamItem({ item, of }: { item: ShownAttemptItem; of: number }) {
	const t = useMessages(assessmentMessages);
	const { position, shown } = item;
	const name = `q${position}`;
	return (
		<fieldset className="exam-item" id={name}>
			<legend>
				<span className="check-kind">{t.question(String(position), String(of))}</span>
				<span className="exam-stem">{shown.stem}</span>
			</legend>
			<ItemPictures pictures={item.pictures} />
			<Answering shown={shown} name={name} answer={item.answer} />
			<input type="hidden" name={`${name}.was`} value={answerText(item.answer)} />
		</fieldset>
	);
}

function Answering({ shown, ...rest }: FieldsOf) {
	switch (shown.type) {
		case "single":
		case "multiple":
		case "truefalse":
			return <Options shown={shown} {...rest} />;
		case "matching":
			return <Matches shown={shown} {...rest} />;
		case "ordering":
			return <Places shown={shown} {...rest} />;
		case "numeric":
			return <Numeric shown={shown} {...rest} />;
		case "text":
			return <ShortText shown={shown} {...rest} />;
		case "essay":
			return <Essay shown={shown} {...rest} />;
		case "gaptext":
		case "gapchoice":
			return <Gaps shown={shown} {...rest} />;
		case "classification":
			return <RowsAndColumns shown={shown} {...rest} />;
		case "areas":
			return <Areas shown={shown} {...rest} />;
		case "inbox":
			return <Inbox shown={shown} {...rest} />;
		case "sharing":
			return <Sharing shown={shown} {...rest} />;
		case "signedfile":
			return <SignedFiles shown={shown} {...rest} />;
	}
}
