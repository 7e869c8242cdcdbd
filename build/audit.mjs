// `npm run audit`: known weaknesses of the packages that travel with the app, where the registry tells them, and whether
// Electron's major is one that still gets security fixes. Fails for a high or critical weakness; the rest is said.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Days after which the table of Electron's releases is too old to be believed: a major comes every eight weeks. */
const TABLE_DAYS = 60;

/** @typedef {{ checked: string, newest: number, supportedMajors: number }} Releases */

/**
 * What npm's answer means: a sentence, and whether something must be done.
 * @param {string} answer
 * @returns {{ ok: boolean, sentence: string }}
 */
export function judgeAudit(answer) {
  const counts = countsIn(answer);
  if (counts === null)
    return { ok: true, sentence: 'Not checked: the registry did not answer, or tells no weaknesses.' };
  const grave = (counts['high'] ?? 0) + (counts['critical'] ?? 0);
  const told = `${counts['total'] ?? 0} known weaknesses in what is shipped, ${grave} of them high or critical.`;
  return { ok: grave === 0, sentence: told };
}

/**
 * @param {string} answer
 * @returns {Record<string, number> | null}
 */
function countsIn(answer) {
  try {
    return JSON.parse(answer).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}

/**
 * What is to be said of the Electron that the lock file pins.
 * @param {string} version
 * @param {Releases} releases
 * @param {Date} today
 * @returns {string}
 */
export function judgeElectron(version, { checked, newest, supportedMajors }, today) {
  const major = Number.parseInt(version, 10);
  const age = Math.floor((today.getTime() - Date.parse(checked)) / 86_400_000);
  if (age > TABLE_DAYS)
    return `Warning: build/electron-releases.json was checked ${age} days ago; look up Electron’s releases and change it.`;
  const oldest = newest - supportedMajors + 1;
  if (major < oldest)
    return `Warning: Electron ${version} gets no security fixes any more; ${oldest} to ${newest} do (checked ${checked}).`;
  return `Electron ${version} is among the supported majors, ${oldest} to ${newest} (checked ${checked}).`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const npm = process.env['npm_execpath'];
  const args = ['audit', '--omit=dev', '--json'];
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
    : spawnSync('npm', args, { encoding: 'utf8', shell: process.platform === 'win32' });
  const { ok, sentence } = judgeAudit(run.stdout ?? '');
  /** @param {string} name */
  const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
  const { version } = read('../package-lock.json').packages['node_modules/electron'];
  console.log(sentence);
  console.log(judgeElectron(version, read('electron-releases.json'), new Date()));
  process.exitCode = ok ? 0 : 1;
}
