import type { Command } from "./usage.ts";

/** Every command by its name, read only when it is called: all of them together load most of the program. */
export const commands: Record<string, () => Promise<Command>> = {
	agencies: async () => (await import("./agencies.ts")).agenciesCommand,
	"check-content": async () => (await import("./checkContent.ts")).checkContentCommand,
	"create-admin": async () => (await import("./createAdmin.ts")).createAdminCommand,
	"export-certificates": async () => (await import("./exportCertificates.ts")).exportCertificatesCommand,
	"export-items": async () => (await import("./items.ts")).exportItemsCommand,
	"import-items": async () => (await import("./items.ts")).importItemsCommand,
	"import-roster": async () => (await import("./importRoster.ts")).importRosterCommand,
	"import-units": async () => (await import("./importUnits.ts")).importUnitsCommand,
	"item-statistics": async () => (await import("./itemStatistics.ts")).itemStatisticsCommand,
	migrate: async () => (await import("./maintenance.ts")).migrateCommand,
	"recalibrate-placement": async () =>
		(await import("./recalibratePlacement.ts")).recalibratePlacementCommand,
	"reinstate-certificates": async () => (await import("./certificateActs.ts")).reinstateCertificatesCommand,
	"reissue-certificates": async () => (await import("./certificateActs.ts")).reissueCertificatesCommand,
	remind: async () => (await import("./remind.ts")).remindCommand,
	"restore-receipt": async () => (await import("./receipt.ts")).restoreReceiptCommand,
	"revoke-certificates": async () => (await import("./certificateActs.ts")).revokeCertificatesCommand,
	rollups: async () => (await import("./maintenance.ts")).rollupsCommand,
	"rotate-signing-key": async () => (await import("./verifyCertificate.ts")).rotateSigningKeyCommand,
	seed: async () => (await import("./maintenance.ts")).seedCommand,
	"simulate-placement": async () => (await import("./placement.ts")).simulatePlacementCommand,
	"verify-certificate": async () => (await import("./verifyCertificate.ts")).verifyCertificateCommand,
	"verify-receipt": async () => (await import("./receipt.ts")).verifyReceiptCommand,
};
