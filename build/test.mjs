// `npm test`: everything that must hold before a merge. What is random has the same seed each time and a tenth of the runs
// of `npm run proof`. The end-to-end tests wait half of their time, for pages and for processes, so that what reads the source
// and the unit tests run beside them: that keeps two cores busy.
import { runPhases, STAGES } from './run-stages.mjs';

const { types, lint, format, layers, deadCode, workflows, build, unit, endToEnd } = STAGES;

await runPhases([
  [
    [build, endToEnd],
    [types, lint, format, layers, deadCode, workflows, unit],
  ],
]);
