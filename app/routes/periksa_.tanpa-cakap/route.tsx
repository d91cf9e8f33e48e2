import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fingerprint, knownAuthorities } from "#app/certification/signing/authority.server.ts";
import { checkingMessages } from "#app/i18n/messages/checking.ts";
import { useMessages } from "#app/ui/context.tsx";
import { PageHeader } from "#app/ui/Page.tsx";

/** Open to everyone: how a document is checked with other people's tools. */
export async function loader() {
	const authorities = await knownAuthorities(Date.now());
	return json({ fingerprints: authorities.map(fingerprint) });
}

export const meta: MetaFunction = () => [{ title: "Memeriksa tanpa Cakap · Cakap" }];

export default function WithoutUsPage() {
	const { fingerprints } = useLoaderData<typeof loader>();
	const t = useMessages(checkingMessages);
	return (
		<div className="prose">
			<p className="crumbs">
				<a href="/periksa">{t.back}</a>
			</p>
			<PageHeader title={t.title} lead={t.lead} />
			<h2>{t.pdfTitle}</h2>
			<p>{t.pdfText}</p>
			<ol>
				<li>
					{t.pdfStep1}
					<p>
						<a href="/kunci/dokumen.pem">{t.authority}</a>
					</p>
					{fingerprints.map((hex) => (
						<p key={hex}>
							{t.fingerprint} <code>{hex.match(/.{8}/g)?.join(" ")}</code>
						</p>
					))}
				</li>
				<li>
					{t.pdfStep2}
					<p>
						<code>pdfsig sertifikat.pdf</code>
					</p>
				</li>
				<li>
					{t.pdfStep3}
					<p>
						<code>bin/cakap verify-certificate sertifikat.pdf --ca cakap-otoritas.pem</code>
					</p>
				</li>
			</ol>
			<h2>{t.badgeTitle}</h2>
			<p>{t.badgeText}</p>
			<p className="notice">{t.limits}</p>
		</div>
	);
}
