/** Why a row is not simply applied; the reader's findings have sentences of their own. */
export const rowReasons = [
	/** The reader refused a cell: see the findings. */
	"cells",
	/** The same number in several rows. */
	"twice",
	/** Works in another agency by the file itself. */
	"other-agency",
	/** Retired, dead or dismissed by the legal status. */
	"not-serving",
	/** Known at another agency: a move. */
	"elsewhere",
	/** Known, but without a present post. */
	"returned",
	/** Same birth date and a similar name under another number. */
	"similar",
	/** The PNS ID is somebody's under another number. */
	"same-pns-id",
	/** The e-mail address is somebody's under another number. */
	"same-email",
	/** Another import is just bringing the same number. */
	"being-imported",
	/** Somebody changed the same person after the file was compared. */
	"changed-meanwhile",
	/** A move that was not confirmed. */
	"not-confirmed",
] as const;
export type RowReason = (typeof rowReasons)[number];
