// `npm run structure`: the sizes and ties of the code base beside what is wanted of them, so that a change which makes it
// harder to find one's way is seen. It only says; what must never happen is in the layers. With `-- --list` it names the
// files and pairs of folders behind the figures.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import rules from './dependency-cruiser.cjs';

const FOLDERS = ['shared', 'electron', 'renderer'];

/** Lines from which on a file needs a reason, and that none may have. */
const MOST_LINES = 400;

/** @typedef {{ path: string, lines: number }} SourceFile */
/** @typedef {{ from: string, to: string }} Import paths of two source files */
/** @typedef {{ path: string, text: string }} StyleSheet */

/**
 * @param {readonly SourceFile[]} files
 * @param {readonly Import[]} imports
 * @param {readonly StyleSheet[]} styles
 * @returns {readonly { measure: string, now: number, wanted: number }[]}
 */
export function measure(files, imports, styles) {
  const lines = files.map((file) => file.lines).sort((one, other) => one - other);
  return [
    row('source files', files.length, 560),
    row('folders', new Set(files.map(({ path }) => dirname(path))).size, 60),
    row('source lines', sum(lines), 49_000),
    row('lines of the middle file', lines[Math.floor(lines.length / 2)] ?? 0, 75),
    row(`files over ${MOST_LINES} lines`, lines.filter((count) => count > MOST_LINES).length, 0),
    row('files imported by one file of their own folder alone', importedByNeighbour(imports).length, 60),
    row('pairs of folders that import each other', mutualFolders(imports).length, 0),
    row('lines of CSS', sum(styles.map(({ text }) => countLines(text))), 3500),
    row('global classes', new Set(styles.filter(isGlobal).flatMap(({ text }) => classesIn(text))).size, 0),
  ];
}

/**
 * The files and folders behind the figures, by the measure that they are counted in.
 *
 * @param {readonly SourceFile[]} files
 * @param {readonly Import[]} imports
 * @param {readonly StyleSheet[]} styles
 * @returns {Readonly<Record<string, readonly string[]>>}
 */
export function offenders(files, imports, styles) {
  return {
    [`files over ${MOST_LINES} lines`]: files
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ path, lines }) => `${path} (${lines})`),
    'files imported by one file of their own folder alone': importedByNeighbour(imports),
    'pairs of folders that import each other': mutualFolders(imports),
    'style sheets with global classes': styles
      .filter((style) => isGlobal(style) && classesIn(style.text).length > 0)
      .map(({ path, text }) => `${path} (${new Set(classesIn(text)).size})`),
  };
}

/**
 * @param {string} name
 * @param {number} now
 * @param {number} wanted
 */
function row(name, now, wanted) {
  return { measure: name, now, wanted };
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {string} text */
function countLines(text) {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/**
 * Paths of the files, each with the one that imports it.
 *
 * @param {readonly Import[]} imports
 */
function importedByNeighbour(imports) {
  /** @type {Map<string, Set<string>>} */
  const importers = new Map();
  for (const { from, to } of imports) importers.set(to, (importers.get(to) ?? new Set()).add(from));
  return [...importers].flatMap(([to, from]) => {
    const [only = ''] = from;
    return from.size === 1 && dirname(only) === dirname(to) ? [`${to} <- ${only}`] : [];
  });
}

/** @param {readonly Import[]} imports */
function mutualFolders(imports) {
  const ties = new Set(imports.map(({ from, to }) => `${dirname(from)}>${dirname(to)}`));
  return [...ties].flatMap((tie) => {
    const [from = '', to = ''] = tie.split('>');
    return from < to && ties.has(`${to}>${from}`) ? [`${from} <> ${to}`] : [];
  });
}

/**
 * Whether the classes of a style sheet are everybody's: those of a CSS module are its component's, and the theme is for all.
 *
 * @param {StyleSheet} style
 */
function isGlobal({ path }) {
  return !path.endsWith('.module.css') && dirname(path) !== 'renderer/app/theme';
}

/** @param {string} css */
function classesIn(css) {
  return css.match(/\.[A-Za-z_][\w-]*/g) ?? [];
}

/** @param {RegExp} name */
function filesNamed(name) {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => name.test(path))
      .map((path) => posix.join(folder, path.replaceAll('\\', '/'))),
  );
}

async function main() {
  const { output } = await cruise(FOLDERS, { ...rules.options, validate: false });
  if (typeof output === 'string') throw new Error(output);
  const files = filesNamed(/\.tsx?$/).map((path) => ({
    path,
    lines: countLines(readFileSync(path, 'utf8')),
  }));
  const own = new Set(files.map(({ path }) => path));
  const imports = output.modules.flatMap(({ source, dependencies }) =>
    dependencies.flatMap(({ resolved }) => (own.has(resolved) ? [{ from: source, to: resolved }] : [])),
  );
  const styles = filesNamed(/\.css$/).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const measures = measure(files, imports, styles);
  console.table(
    Object.fromEntries(measures.map(({ measure: name, now, wanted }) => [name, { now, wanted }])),
  );
  if (!process.argv.includes('--list')) return;
  for (const [name, found] of Object.entries(offenders(files, imports, styles)))
    console.log([`\n${name}:`, ...found].join('\n  '));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
