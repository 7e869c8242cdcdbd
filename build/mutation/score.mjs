// What came of an area's mutants: how many were noticed, how sure a sample makes that, and the line that says it.
import { NOT_DRAWN } from './plugins.mjs';

/** @typedef {import('./areas.mjs').Area} Area */
/** @typedef {import('@stryker-mutator/api/core').MutantResult} Mutant */
/** @typedef {{ files: Record<string, { mutants: Mutant[] }> }} Report */
/** @typedef {{ area: string, share: number, all: number, mutants: number, killed: number, survived: number, noCoverage: number,
 *   score: number, interval: [number, number], wanted: number, seconds: number }} Score */

/**
 * The mutants that count, with those that were not drawn: compiled, and not marked as equivalent.
 * @param {Report} report
 * @returns {(Mutant & { file: string })[]}
 */
export function mutantsOf({ files }) {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants.filter(({ status }) => status !== 'Ignored').map((mutant) => ({ ...mutant, file })),
  );
}

/**
 * @param {Area} area
 * @param {number} share of the mutants that were drawn
 * @param {readonly Mutant[]} mutants
 * @param {number} seconds that trying them took
 * @returns {Score}
 */
export function scoreOf({ name, wanted }, share, mutants, seconds) {
  const drawn = mutants.filter(({ statusReason }) => statusReason !== NOT_DRAWN);
  /** @param {string[]} statuses */
  const count = (...statuses) => drawn.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived, noCoverage] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  const tried = killed + survived + noCoverage;
  return {
    area: name,
    share,
    all: mutants.length,
    mutants: tried,
    killed,
    survived,
    noCoverage,
    score: tried === 0 ? 100 : (100 * killed) / tried,
    interval: share === 1 || tried === 0 ? exactly(killed, tried) : intervalOf(killed, tried),
    wanted,
    seconds: Math.round(seconds),
  };
}

/** @type {(killed: number, tried: number) => [number, number]} */
const exactly = (killed, tried) =>
  tried === 0 ? [0, 100] : [(100 * killed) / tried, (100 * killed) / tried];

/** Half the width of an interval that holds the true share 19 times of 20, in standard deviations. */
const Z = 1.96;

/**
 * Wilson's interval, in percent, for the share of all mutants of which a sample is known. It holds for small samples, and
 * for those of which all or none were noticed.
 * @param {number} killed
 * @param {number} tried
 * @returns {[number, number]}
 */
export function intervalOf(killed, tried) {
  const share = killed / tried;
  const middle = share + Z ** 2 / (2 * tried);
  const reach = Z * Math.sqrt((share * (1 - share)) / tried + Z ** 2 / (4 * tried ** 2));
  const whole = 1 + Z ** 2 / tried;
  return [(100 * (middle - reach)) / whole, (100 * (middle + reach)) / whole];
}

/**
 * Whether an area is surely below what is wanted: a sample proves that only where its whole interval is.
 * @param {Score} score
 */
export function isMissed({ interval, wanted }) {
  return interval[1] < wanted;
}

/** @param {Score} score */
export function sayScore({
  area,
  share,
  mutants,
  killed,
  survived,
  noCoverage,
  score,
  interval,
  wanted,
  seconds,
}) {
  const how = share === 1 ? 'whole' : `sample of ${share}`;
  const range = interval.map((end) => end.toFixed(0)).join('–');
  const sure = share === 1 ? '' : ` (${range} %)`;
  return `${area}, ${how}: ${mutants} mutants, ${killed} noticed, ${survived} survived, ${noCoverage} without a test: ${score.toFixed(1)} %${sure} of ${wanted} % (${seconds} s)`;
}

/** @param {Mutant} mutant */
export function isUnnoticed({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

/** @param {Mutant & { file: string }} mutant */
export function describe({ file, location, mutatorName, replacement = '', status }) {
  const seen = status === 'NoCoverage' ? ' (no test comes here)' : '';
  return `  ${file}:${location.start.line}:${location.start.column} ${mutatorName}${seen}: ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`;
}
