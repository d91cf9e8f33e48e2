import type { FindingCode } from "#app/mdx/findings.ts";

/** A document that must be refused, and why; `line` where the finding must point. */
export type Hostile = { name: string; code: FindingCode; line: number | null; source: string };

const check = (inside: string, attributes = 'id="c1" type="single" question="Mana?"') =>
	`<Check ${attributes}>\n${inside}\n</Check>\n`;
const options = '<Option correct="yes">a</Option>\n<Option>b</Option>';
const figure = (attributes: string) => `<Figure ${attributes} width="10" height="10" />\n`;

// biome-ignore format: a line a document
const bySource: [FindingCode, number | null, Record<string, string>][] = [
	["import", 1, {
		"import of a built-in": 'import fs from "node:fs"\n\nTeks.\n',
		"import for its effect": 'import "child_process"\n',
		"import of an address": 'import x from "https://jahat.example/x.js"\n',
		"import below text": 'import { a } from "./a.mjs"\n\n# b\n',
	}],
	["export", 1, {
		"export of a constant": "export const a = 1\n",
		"export of a default layout": "export default ({ children }) => children\n",
		"export of a function that runs": "export const a = (() => process.exit())()\n",
		"export of all": 'export * from "node:os"\n',
	}],
	["expression", 1, {
		"sum": "Dua tambah dua {2 + 2}.\n",
		"environment": "{process.env.DATABASE_URL}\n",
		"loop that never ends": "{(() => { while (true) {} })()}\n",
		"constructor of a function": '{[].constructor.constructor("return process")()}\n',
		"comment": "{/* diam */}\n",
		"dynamic import": '{await import("node:fs")}\n',
		"expression in a list": "- {globalThis.x = 1}\n",
		"expression in a table": "| a |\n|---|\n| {1} |\n".replace(/^\| a/, "{1} | a"),
		"expression in a heading": "## {document.cookie}\n",
		"template string": "{`$".concat("{7 * 7}`}\n"),
		"prototype": "{Object.prototype.x = 1}\n",
	}],
	["spread", 1, {
		"spread of props": '<Callout kind="tip" {...props}>a</Callout>\n',
		"spread of HTML": '<kbd {...{ dangerouslySetInnerHTML: { __html: "<script>1</script>" } }} />\n',
	}],
	["attribute-expression", 1, {
		"attribute by expression": "<Callout kind={process.env.KIND}>a</Callout>\n",
		"attribute by template": '<Callout kind="tip" title={`a`}>a</Callout>\n',
		"attribute by element": '<Callout kind="tip" title={<b>a</b>}>a</Callout>\n',
		"style by object": '<kbd style={{ background: "url(x)" }}>a</kbd>\n',
	}],
	["event", 1, {
		"onclick": '<kbd onclick="alert(1)">a</kbd>\n',
		"onClick": "<kbd onClick={() => 1}>a</kbd>\n",
		"onError on a figure": '<Figure src="media/a.svg" alt="a" width="1" height="1" onError="x" />\n',
		"ONLOAD on an unknown element": '<svg ONLOAD="alert(1)" />\n',
	}],
	["element", 1, {
		"script": "<script>alert(1)</script>\n",
		"script with a source": '<script src="https://jahat.example/x.js"></script>\n',
		"iframe": '<iframe src="https://jahat.example"></iframe>\n',
		"object": '<object data="x"></object>\n',
		"style": "<style>a</style>\n",
		"meta refresh": '<meta http-equiv="refresh" content="0;url=x" />\n',
		"form": '<form action="https://jahat.example"></form>\n',
		"input": '<input name="password" />\n',
		"base": '<base href="https://jahat.example/" />\n',
		"svg with a script": "<svg><script>1</script></svg>\n",
		"math": "<math><mtext>a</mtext></math>\n",
		"link": '<link rel="stylesheet" href="x" />\n',
		"img": '<img src="x" />\n',
		"anchor with a script": '<a href="javascript:alert(1)">a</a>\n',
		"member of a component": "<Callout.constructor>a</Callout.constructor>\n",
		"name of the prototype": "<constructor>a</constructor>\n",
		"toString": "<toString>a</toString>\n",
		"slot of the page": '<cakap-slot data-name="c1:0"></cakap-slot>\n',
		"namespace": "<xlink:href>a</xlink:href>\n",
		"footnote": "<noscript>a</noscript>\n",
	}],
	["fragment", 1, { "fragment": "<>a</>\n" }],
	["attribute", 1, {
		"dangerouslySetInnerHTML": '<kbd dangerouslySetInnerHTML="a">b</kbd>\n',
		"class": '<kbd class="toast">a</kbd>\n',
		"style": '<kbd style="position:fixed">a</kbd>\n',
		"key": '<kbd key="a">b</kbd>\n',
		"ref": '<kbd ref="a">b</kbd>\n',
		"id of the page": '<kbd id="main">b</kbd>\n',
		"slot of a choice": '<kbd data-cakap-on="c1:0">b</kbd>\n',
		"name of the prototype": '<kbd __proto__="x">b</kbd>\n',
	}],
	["attribute-twice", 1, { "two sources": figure('src="media/a.svg" src="media/b.svg" alt="a"') }],
	["attribute-value", 1, {
		"picture from elsewhere": figure('src="https://jahat.example/a.png" alt="a"'),
		"picture out of the folder": figure('src="media/../../secret.svg" alt="a"').replace("media/../..", "../.."),
		"picture as data": figure('src="data:image/svg+xml,<svg onload=alert(1)>" alt="a"'),
		"kind that is not known": '<Callout kind="x" title="a">b</Callout>\n',
		"id that breaks out": check(options, 'id="c1&quot; onfocus=&quot;x" type="single" question="a"'),
		"width with a unit": '<Figure src="media/a.svg" alt="a" width="100%" height="1" />\n',
	}],
	["attribute-missing", 1, { "callout without a kind": "<Callout>a</Callout>\n" }],
	["address", 1, {
		"javascript": "[a](javascript:alert(1))\n",
		"JavaScript in mixed case": "[a](JaVaScRiPt:alert(1))\n",
		"javascript by entity": "[a](javascript&#58;alert(1))\n",
		"javascript by named entities": "[a](java&Tab;script&colon;alert(1))\n",
		"javascript in angle brackets": "[a](<java\tscript:alert(1)>)\n",
		"javascript as an autolink": "[a][b]\n\n[b]: javascript:alert(1)\n".replace("[a][b]\n\n", ""),
		"data": "[a](data:text/html;base64,PHNjcmlwdD4=)\n",
		"vbscript": "[a](vbscript:x)\n",
		"file": "[a](file:///etc/passwd)\n",
		"plain http": "[a](http://example.go.id)\n",
		"without a scheme": "[a](//jahat.example)\n",
		"with a password": "[a](https://go.id:x@jahat.example)\n",
		"with a user": "[a](https://bkn.go.id@jahat.example)\n",
		"with a backslash": "[a](https:\\\\jahat.example)\n",
		"with a backslash in the host": "[a](https://bkn.go.id\\@jahat.example)\n",
		"to sign-out": "[a](/keluar)\n",
		"up and out": "[a](/pelatihan/../keluar)\n",
		"blob": "[a](blob:https://go.id/x)\n",
	}],
	["front-matter", 1, {
		"front matter in JavaScript": "---js\nmodule.exports = process.exit()\n---\n",
		"front matter in JSON": '---json\n{"a":1}\n---\n',
		"front matter in CoffeeScript": "---coffee\na\n---\n",
		"front matter without an end": "---\na: 1\n",
	}],
	["front-matter", 2, {
		"YAML with a function": '---\na: !!js/function "function () {}"\n---\n',
		"YAML of a billion laughs": "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\n",
		"YAML that is a list": "---\n- a\n---\n",
		"YAML that is broken": "---\na: [\n---\n",
	}],
	["invisible", 1, {
		"right-to-left override": "Buka fdp.\u202egnp.exe\n",
		"isolate": "a\u2066b\u2069\n",
		"zero-width space": "bkn\u200b.go.id\n",
		"zero-width joiner": "a\u200db\n",
		"soft hyphen": "ja\u00advascript\n",
		"byte order mark": "a\ufeffb\n",
		"tags": "a\u{e0041}b\n",
		"Hangul filler": "a\u3164b\n",
		"private use": "a\ue000b\n",
		"control": "a\u0007b\n",
		"null": "a\u0000b\n",
		"line separator": "a\u2028b\n",
		"override by entity": "a &#x202E;b\n",
		"override in a title": '[a](https://go.id "&#x202E;b")\n',
		"zero-width by entity in code": '<Term means="a&#8203;b">c</Term>\n',
	}],
	["too-large", null, { "200 KB and one": `${"a".repeat(1023)}\n`.repeat(201) }],
	["too-deep", 1, {
		"a hundred quotes": `${">".repeat(100)} a\n`,
		"sixty elements": `${"<details>".repeat(60)}a${"</details>".repeat(60)}\n`,
	}],
	["heading", 1, { "first-level heading": "# Judul\n", "first-level heading by underline": "Judul\n===\n" }],
	["image", 1, {
		"Markdown picture": "![a](https://jahat.example/pixel.png)\n",
		"picture by reference": "![a][b]\n\n[b]: https://jahat.example/x.png\n",
	}],
	["alt", 1, { "figure without a text": figure('src="media/a.svg" alt=""') }],
	["placement", 1, { "option alone": "<Option>a</Option>\n", "summary alone": "<summary>a</summary>\n" }],
	["no-correct", 1, { "question without a key": check("<Option>a</Option>\n<Option>b</Option>") }],
	["one-correct", 1, { "question with two keys": check(`${options}\n<Option correct="yes">c</Option>`) }],
	["few-options", 1, {
		"question with one option": check('<Option correct="yes">a</Option>'),
		"true or false with three": check(`${options}\n<Option>c</Option>`, 'id="c" type="truefalse" question="a"'),
	}],
	["stray", 5, { "text after the options": check(`${options}\n\nJawabannya a.`) }],
	["duplicate-id", 5, { "two questions of one id": check(options) + check(options) }],
	["few-cases", 1, {
		"practice without cases": '<Practice id="p" look="plain" title="a" choices="x | y">\n</Practice>\n',
	}],
	["few-choices", 1, {
		"practice with one choice":
			'<Practice id="p" look="plain" title="a" choices="x">\n<Case title="a" answer="x" feedback="b">c</Case>\n</Practice>\n',
	}],
	["choices", 2, {
		"practice with a key beside its choices":
			'<Practice id="p" look="plain" title="a" choices="x | y">\n<Case title="a" answer="z" feedback="b">c</Case>\n</Practice>\n',
	}],
	["nested-question", 2, {
		"question in a case": `<Check id="a" type="single" question="a">\n${check(options)}</Check>\n`,
	}],
	["lesson-link", 1, { "link to a lesson that is not there": "[a](lesson:tidak-ada)\n" }],
	["media", 1, { "picture that is not there": figure('src="media/tidak-ada.svg" alt="a"') }],
	["syntax", null, {
		"element that is not closed": "Teks.\n\n<Callout>\n",
		"elements across each other": "<Callout><Steps></Callout></Steps>\n",
		"attribute without an end": '<Callout kind="tip>a</Callout>\n',
		"HTML comment": "<!-- a -->\n",
		"unbalanced brace": "{\n",
		"processing instruction": "<?php echo 1 ?>\n",
		"doctype": "<!DOCTYPE html>\n",
	}],
];

/** Every document by its reason; each is small enough to be read. */
export const hostile: Hostile[] = bySource.flatMap(([code, line, documents]) =>
	Object.entries(documents).map(([name, source]) => ({ name, code, line, source })),
);
