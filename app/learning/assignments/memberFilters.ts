/** How an assignment's people can be listed: late and owing ones owe it, late ones are over their deadline. */
export const memberFilters = ["late", "owing", "done", "exempt", "all"] as const;
export type MemberFilter = (typeof memberFilters)[number];
/** The last of the page before. */
export type MemberCursor = { sortKey: string; personId: string };
