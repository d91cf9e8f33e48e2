import { boolean, index, integer, key, table, text } from "../columns/columns.ts";

/** The 38 provinces, with their place on the tile map. */
export const provinces = table("provinces", {
	code: key("code").primaryKey(),
	name: text("name").notNull(),
	timeZone: text("time_zone").notNull(),
	tileColumn: integer("tile_column").notNull(),
	tileRow: integer("tile_row").notNull(),
});

/** An agency of the registry. Dates are ISO days; validTo is null while the agency exists. */
export const agencies = table(
	"agencies",
	{
		id: key("id").primaryKey(),
		code: key("code").notNull().unique(),
		name: text("name").notNull(),
		shortName: text("short_name").notNull(),
		kind: text("kind").$type<AgencyKind>().notNull(),
		provinceCode: key("province_code").references(() => provinces.code),
		timeZone: text("time_zone").notNull(),
		source: text("source").notNull(),
		needsCheck: boolean("needs_check").notNull(),
		validFrom: key("valid_from").notNull(),
		validTo: key("valid_to"),
		sortKey: key("sort_key").notNull(),
	},
	(t) => [index("agencies_sort").on(t.sortKey), index("agencies_province").on(t.provinceCode)],
);

export const agencyKinds = [
	"province",
	"regency",
	"city",
	"ministry",
	"nonministerial",
	"state_secretariat",
	"nonstructural",
	"other",
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/** A work unit (unit kerja, perangkat daerah); level 1 stands directly below the agency. */
export const units = table(
	"units",
	{
		id: key("id").primaryKey(),
		agencyId: key("agency_id")
			.notNull()
			.references(() => agencies.id),
		parentId: key("parent_id"),
		code: key("code").notNull(),
		name: text("name").notNull(),
		level: integer("level").notNull(),
		sortKey: key("sort_key").notNull(),
		validFrom: key("valid_from").notNull(),
		validTo: key("valid_to"),
	},
	(t) => [index("units_agency").on(t.agencyId, t.sortKey)],
);
