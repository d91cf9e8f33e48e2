import type { ReactNode } from "react";
import { accessMessages } from "#app/i18n/messages/access.ts";
import { useMessages } from "#app/ui/context.tsx";

type Person = { role: string; name: string; agency: string };

/** The demo's people as buttons; each signs in at once. */
export function DemoPeople({ people, children }: { people: Person[]; children: ReactNode }) {
	const t = useMessages(accessMessages);
	const roleName = (role: string) => t[`role.${role}` as keyof typeof t] as string;
	return (
		<section className="demo-people">
			<h2>{t.demoTitle}</h2>
			<p className="quiet">{t.demoLead}</p>
			<form method="post">
				{children}
				<ul>
					{people.map(({ role, name, agency }, index) => (
						<li key={`${role}-${name}`}>
							<button type="submit" name="demo" value={index} className="demo-person" formNoValidate>
								<strong>{roleName(role)}</strong>
								<span>
									{name}, {agency}
								</span>
							</button>
						</li>
					))}
				</ul>
			</form>
		</section>
	);
}
