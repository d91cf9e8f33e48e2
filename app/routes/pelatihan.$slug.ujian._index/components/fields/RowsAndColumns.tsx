import { partOf } from "#app/assessment/answerParts.ts";
import type { FieldsOf } from "./fieldsOf.ts";

/** A table with one radio button a cell; on a narrow screen each row stands alone, its columns named beside them. */
export function RowsAndColumns({ shown, name, answer }: FieldsOf<"classification">) {
	return (
		<table className="classify">
			<thead>
				<tr>
					<td />
					{shown.columns.map(({ id, text }) => (
						<th key={id} scope="col">
							{text}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{shown.rows.map((row) => (
					<tr key={row.id}>
						<th scope="row">{row.text}</th>
						{shown.columns.map(({ id, text }) => (
							<td key={id}>
								<label className="choice">
									<input
										type="radio"
										name={`${name}.${row.id}`}
										value={id}
										defaultChecked={partOf(answer, row.id) === id}
										aria-label={`${row.text}: ${text}`}
									/>
									<span aria-hidden="true">{text}</span>
								</label>
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
