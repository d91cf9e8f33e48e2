import { agenciesCommand } from "./agencies.ts";
import { checkContentCommand } from "./checkContent.ts";
import { createAdminCommand } from "./createAdmin.ts";
import { migrateCommand, rollupsCommand, seedCommand } from "./maintenance.ts";
import type { Command } from "./usage.ts";

export const commands: Command[] = [
	agenciesCommand,
	checkContentCommand,
	createAdminCommand,
	migrateCommand,
	rollupsCommand,
	seedCommand,
];
