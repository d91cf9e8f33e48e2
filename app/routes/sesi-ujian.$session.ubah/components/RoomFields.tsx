import { examSessionMessages } from "#app/i18n/messages/examSessions.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Field, type FieldErrors } from "#app/ui/fields.tsx";
import type { RoomChange } from "../form.ts";

type Props = {
	rooms: { id: string; name: string; supervisor: string | null }[];
	errors?: FieldErrors;
	changes?: readonly RoomChange[] | null;
};

/** Each room's name, and the NIP of who is to supervise it from now on; empty: as before. */
export function RoomFields({ rooms, errors, changes }: Props) {
	const t = useMessages(examSessionMessages);
	return (
		<>
			{rooms.map(({ id, name, supervisor }, index) => {
				const typed = changes?.find((one) => one.id === id);
				return (
					<fieldset key={id} className="field">
						<legend>{name}</legend>
						<Field
							label={t.roomName(String(index + 1))}
							name={`name.${id}`}
							defaultValue={typed?.name ?? name}
							error={errors?.[`name.${id}`]}
						/>
						<Field
							label={`${t.newSupervisor} (${name})`}
							name={`number.${id}`}
							optional
							hint={`${t.supervisor}: ${supervisor ?? t.noSupervisor}`}
							defaultValue={typed?.number}
							error={errors?.[`number.${id}`]}
						/>
					</fieldset>
				);
			})}
		</>
	);
}
