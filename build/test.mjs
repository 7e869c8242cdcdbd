// `npm test`: everything that must hold before a merge. What is random has the same seed each time and a tenth of the runs
// of `npm run proof`. What only reads the source runs beside the unit tests, so that two cores are busy.
import { runPhases, STAGES } from './run-stages.mjs';

const { types, lint, format, layers, deadCode, workflows, build, unit, endToEnd } = STAGES;

await runPhases([[[build, types, lint, format, layers, deadCode, workflows], [unit]], [[endToEnd]]]);
