import { accessMessages } from "#app/i18n/messages/access.ts";
import { accountMessages } from "#app/i18n/messages/account.ts";
import { useMessages } from "#app/ui/context.tsx";

type Props = { account: { name: string; number: string; agencyName: string; roles: string[] } };

export function OwnData({ account: { name, number, agencyName, roles } }: Props) {
	const t = useMessages(accountMessages);
	const a = useMessages(accessMessages);
	const names = roles.map((role) => a[`role.${role}` as keyof typeof a] as string);
	return (
		<section>
			<h2>{t.own}</h2>
			<dl className="facts">
				<dt>{t.name}</dt>
				<dd>{name}</dd>
				<dt>{t.number}</dt>
				<dd>{number || "–"}</dd>
				<dt>{t.agency}</dt>
				<dd>{agencyName || "–"}</dd>
				<dt>{t.roles}</dt>
				<dd>
					{[t.learner, ...names].join(", ")}
					{roles.length > 0 ? (
						<>
							{" "}
							<a href="/peran">{t.rolesLink}</a>
						</>
					) : null}
				</dd>
			</dl>
			<p className="quiet">{t.dataNote}</p>
		</section>
	);
}
