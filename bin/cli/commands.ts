import { agenciesCommand } from "./agencies.ts";
import { checkContentCommand } from "./checkContent.ts";
import { createAdminCommand } from "./createAdmin.ts";
import { exportCertificatesCommand } from "./exportCertificates.ts";
import { importRosterCommand } from "./importRoster.ts";
import { importUnitsCommand } from "./importUnits.ts";
import { itemStatisticsCommand } from "./itemStatistics.ts";
import { exportItemsCommand, importItemsCommand } from "./items.ts";
import { migrateCommand, rollupsCommand, seedCommand } from "./maintenance.ts";
import { simulatePlacementCommand } from "./placement.ts";
import { recalibratePlacementCommand } from "./recalibratePlacement.ts";
import { restoreReceiptCommand, verifyReceiptCommand } from "./receipt.ts";
import { remindCommand } from "./remind.ts";
import type { Command } from "./usage.ts";
import { rotateSigningKeyCommand, verifyCertificateCommand } from "./verifyCertificate.ts";

export const commands: Command[] = [
	agenciesCommand,
	checkContentCommand,
	createAdminCommand,
	exportCertificatesCommand,
	exportItemsCommand,
	importItemsCommand,
	importRosterCommand,
	importUnitsCommand,
	itemStatisticsCommand,
	migrateCommand,
	recalibratePlacementCommand,
	remindCommand,
	restoreReceiptCommand,
	rollupsCommand,
	rotateSigningKeyCommand,
	seedCommand,
	simulatePlacementCommand,
	verifyCertificateCommand,
	verifyReceiptCommand,
];
