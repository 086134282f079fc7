import { ROSTER_IMPORT } from './roster-import.js';
import { runImport } from './run-import.js';

process.exitCode = await runImport(ROSTER_IMPORT);
