// What a proof has done so far, so that one that was stopped or failed goes on where it was, and how long its stages took,
// so that the next one says beforehand how long it will take.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** @typedef {import('./run-stages.mjs').Ran} Ran */
/** @typedef {{ source: string, seed: string, done: Ran[] }} Journal */

const FOLDER = 'node_modules/.cache/rollcall';
const JOURNAL = `${FOLDER}/proof.json`;
const TIMES = `${FOLDER}/proof-seconds.json`;

/**
 * Goes on with the proof of these very files, or begins one; the seed is that of the proof it goes on with.
 * @param {{ again: boolean, seed: string | undefined }} asked whether to begin anew, and the seed that the user gave
 */
export function openJournal({ again, seed }) {
  mkdirSync(FOLDER, { recursive: true });
  const source = sourceNow();
  const kept = /** @type {Journal | null} */ (readJson(JOURNAL));
  const goesOn =
    !again && source !== null && kept?.source === source && (seed === undefined || seed === kept.seed);
  const journal = goesOn
    ? kept
    : { source: source ?? '', seed: seed ?? String(Date.now() % 2 ** 31), done: [] };
  const times = /** @type {Record<string, number>} */ (readJson(TIMES) ?? {});
  return {
    seed: journal.seed,
    /** @param {string} title */
    find: (title) => journal.done.find((ran) => ran.title === title),
    /** @param {string} title seconds that it took the last time, if it ran to its end here */
    lastSeconds: (title) => times[title],
    /** @param {Ran} ran */
    record(ran) {
      if (!ran.ok) return;
      journal.done.push(ran);
      times[ran.title] = ran.seconds;
      writeFileSync(JOURNAL, JSON.stringify(journal));
      writeFileSync(TIMES, JSON.stringify(times));
    },
  };
}

/** What tells these files from all others, changed and new ones too; null where there is no Git. */
function sourceNow() {
  try {
    const names = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
    const hash = createHash('sha256');
    for (const name of names.filter((name) => existsSync(name)))
      hash.update(`${name}\0`).update(readFileSync(name)).update('\0');
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 });
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
