import type { Design } from "#app/certification/design/designs.server.ts";
import { designMessages } from "#app/i18n/messages/designs.ts";
import { useMessages } from "#app/ui/context.tsx";
import { Checkbox, Field, type FieldErrors } from "#app/ui/fields.tsx";
import { Button } from "#app/ui/Page.tsx";

type Props = { code: string; name: string; design: Design; errors?: FieldErrors };

/** What certificates show of the agency: within its frame nothing can be moved or hidden. */
export function DesignForm({ code, name, design: { unitName, signatory, logo }, errors }: Props) {
	const t = useMessages(designMessages);
	return (
		<section className="prose">
			<h2>{t.title}</h2>
			<p>{t.lead}</p>
			<form method="post" encType="multipart/form-data">
				<Field
					label={t.unitName}
					hint={t.unitHint}
					name="unit"
					defaultValue={unitName}
					error={errors?.unit}
					maxLength={120}
					optional
				/>
				<Field
					label={t.signatoryName}
					hint={t.signatoryHint}
					name="nama"
					defaultValue={signatory.name}
					error={errors?.nama}
					maxLength={120}
					optional
				/>
				<Field
					label={t.signatoryPosition}
					name="jabatan"
					defaultValue={signatory.position}
					error={errors?.jabatan}
					maxLength={120}
					optional
				/>
				{logo ? (
					<p>
						<img src={`/sertifikat/logo/${logo.hash}`} alt={t.logoAlt(name)} className="logo-preview" />
					</p>
				) : null}
				<Field
					label={logo ? t.otherLogo : t.logo}
					hint={t.logoHint}
					name="logo"
					type="file"
					accept="image/png,image/jpeg"
					error={errors?.logo}
					optional
				/>
				{logo ? <Checkbox name="tanpa" value="ya" label={t.withoutLogo} /> : null}
				<Checkbox name="bukan" value="ya" label={t.noEmblem} />
				{errors?.bukan ? <p className="error">{errors.bukan}</p> : null}
				<Button kind="plain" name="bagian" value="design">
					{t.save}
				</Button>
			</form>
			<p>
				<a href={`/instansi/${code}/sertifikat/contoh`}>{t.sample}</a>
			</p>
		</section>
	);
}
