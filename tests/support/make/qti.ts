/** A package's manifest that names these items, and a test where one is given. */
export function manifest(items: readonly string[], test?: string): string {
	const resource = (href: string, type: string, i: number) =>
		`<resource identifier="r${i}" type="${type}" href="${href}"><file href="${href}"/></resource>`;
	const all = [
		...items.map((href, i) => resource(href, "imsqti_item_xmlv2p2", i)),
		...(test ? [resource(test, "imsqti_test_xmlv2p2", 99)] : []),
	];
	return `<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources>${all.join("")}</resources></manifest>`;
}

/** A choice of two in QTI 2.2; `key` is A or B, `before` stands in front of the question. */
export const choiceItem = (identifier: string, key: string, before = ""): string =>
	`<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="${identifier}" title="Judul ${identifier}" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>${key}</value></correctResponse></responseDeclaration>
  <outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
  <itemBody>
    ${before}
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
      <prompt>Pilih untuk ${identifier}.</prompt>
      <simpleChoice identifier="A">Ini <feedbackInline outcomeIdentifier="FEEDBACK" identifier="A" showHide="show">Tentang A.</feedbackInline></simpleChoice>
      <simpleChoice identifier="B">Itu</simpleChoice>
    </choiceInteraction>
  </itemBody>
  <responseProcessing template="http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct"/>
</assessmentItem>`;

/** The same in the names of QTI 3, with several right. */
export const multipleItem3 = `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="tiga" title="Pilih dua" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier">
    <qti-correct-response><qti-value>a</qti-value><qti-value>c</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-item-body>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="0">
      <qti-prompt>Mana data pribadi?</qti-prompt>
      <qti-simple-choice identifier="a">NIP</qti-simple-choice>
      <qti-simple-choice identifier="b">Nama instansi</qti-simple-choice>
      <qti-simple-choice identifier="c">Nomor H<sub>2</sub>O</qti-simple-choice>
    </qti-choice-interaction>
  </qti-item-body>
</qti-assessment-item>`;

type Parts = { declarations: string; body: string; version?: 2 | 3 };

/** An item of any interactions; in the names of QTI 3 where that is asked. */
export function anyQtiItem({ declarations, body, version = 2 }: Parts): string {
	const item = `<assessmentItem identifier="uji" title="Uji" adaptive="false" timeDependent="false">${declarations}<itemBody>${body}</itemBody></assessmentItem>`;
	return version === 2 ? item : inNewerNames(item);
}

const html = new Set(["p", "div", "b", "img", "object"]);
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
function inNewerNames(item: string): string {
	return item
		.replace(/<(\/?)(\w+)/g, (all, slash: string, name: string) =>
			html.has(name) ? all : `<${slash}qti-${kebab(name)}`,
		)
		.replace(/ (\w+)="/g, (_, name: string) => ` ${kebab(name)}="`);
}

/** A response with its key; `type` as "ordered identifier". */
export function qtiResponse(identifier: string, type: string, values: readonly string[]): string {
	const [cardinality, baseType] = type.split(" ");
	const key = values.map((value) => `<value>${value}</value>`).join("");
	return `<responseDeclaration identifier="${identifier}" cardinality="${cardinality}" baseType="${baseType}"><correctResponse>${key}</correctResponse></responseDeclaration>`;
}
