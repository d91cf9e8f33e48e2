import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findOpenKey } from "#app/access/accountKeys.server.ts";
import { confirmAddress } from "#app/access/changeAddress.server.ts";
import { hashToken } from "#app/access/lucia.server.ts";
import { redirectWithToast } from "#app/http/responses.server.ts";
import { addressMessages } from "#app/i18n/messages/address.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Button, PageHeader } from "#app/ui/Page.tsx";
import { requestLanguage } from "#app/ui/requestLanguage.server.ts";

/** Open to whoever has the link. Looking at it changes nothing: mail programs look at links, too. */
export async function loader({ params }: LoaderFunctionArgs) {
	const key = await findOpenKey(hashToken(params.key ?? ""), "address", Date.now());
	return json({ key }, { status: key ? 200 : 410 });
}

export async function action({ request, params }: ActionFunctionArgs) {
	const t = addressMessages[requestLanguage(request)];
	const address = await confirmAddress(params.key ?? "", Date.now());
	if (address === null) return json({ isGone: true }, { status: 410 });
	return redirectWithToast("/akun", { kind: "good", text: t.confirmed });
}

export const meta: MetaFunction = () => [{ title: "Alamat e-mail · Cakap" }];

export default function AddressLinkPage() {
	const { key } = useLoaderData<typeof loader>();
	const isGone = useActionData<typeof action>()?.isGone;
	const t = useMessages(addressMessages);
	if (!key || isGone) {
		return (
			<div className="prose">
				<PageHeader title={t.gone} lead={t.goneLead} />
				<p>
					<a href="/akun">{t.toAccount}</a>
				</p>
			</div>
		);
	}
	return (
		<div className="prose">
			<PageHeader title={t.confirmTitle} lead={t.confirmLead(key.name, key.newAddress ?? "")} />
			<form method="post">
				<Button>{t.confirmButton}</Button>
			</form>
		</div>
	);
}
