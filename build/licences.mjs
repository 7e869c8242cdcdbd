// `npm run licences`: writes out/third-party-licences.txt, which travels with the app. All that is bundled is listed: every
// package that package-lock.json has for the app itself, with its licence and that licence's text.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TARGET = join(ROOT, 'out/third-party-licences.txt');

/** Licences that let a program be passed on with their texts alone, by their SPDX names. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);

/** @typedef {{ path: string, name: string, version: string, licence: string }} Shipped */
/** @typedef {{ version?: string, license?: string, dev?: boolean, devOptional?: boolean, optional?: boolean }} Locked */

/**
 * The packages of a lock file that the app is made of, by their names.
 * @param {{ packages: Record<string, Locked> }} lock
 * @returns {Shipped[]}
 */
export function shippedPackages({ packages }) {
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version = '', license = 'none' }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { path, name, version, licence: license };
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * Whether a package may be shipped under what it says its licence is: of several to choose from, one suffices.
 * @param {string} licence
 */
export function isAllowed(licence) {
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part)));
}

/**
 * @param {readonly Shipped[]} shipped
 * @param {(one: Shipped) => string} textOf
 */
export function licencesText(shipped, textOf) {
  const parts = shipped.map((one) => `${one.name} ${one.version} (${one.licence})\n\n${textOf(one)}\n`);
  const rule = `${'-'.repeat(80)}\n\n`;
  return [`Rollcall is made with these packages.\n\n`, ...parts].join(rule);
}

/** @returns {{ packages: Record<string, Locked> }} */
export function readLock() {
  return JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
}

/**
 * The text of a package's licence, where it has a file of it.
 * @param {Shipped} one
 */
export function licenceFile({ path, licence }) {
  const folder = join(ROOT, path);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((one) => /^(licen[cs]e|copying)(\.|-|$)/i.test(one));
  const text = name === undefined ? `Under ${licence}; it brings no text of its own.` : '';
  return (text || readFileSync(join(folder, name ?? ''), 'utf8')).replaceAll('\r\n', '\n').trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const shipped = shippedPackages(readLock());
  const refused = shipped.filter(({ licence }) => !isAllowed(licence));
  for (const { name, licence } of refused) console.error(`${name}: ${licence} is not on the list.`);
  mkdirSync(dirname(TARGET), { recursive: true });
  writeFileSync(TARGET, licencesText(shipped, licenceFile));
  console.log(`${shipped.length} packages are listed in out/third-party-licences.txt.`);
  process.exitCode = refused.length === 0 ? 0 : 1;
}
