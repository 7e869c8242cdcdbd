// Stryker's view of Rollcall: which mutants say nothing, and which are tried when there is no time for all.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CheckStatus } from '@stryker-mutator/api/check';
import { declareFactoryPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { ROOT } from './areas.mjs';

/** What a mutant says that was not tried, since it was not drawn. */
export const NOT_DRAWN = 'not in the sample';

/** Two words with a space between. */
const SENTENCE = /\p{L}\S* \S*\p{L}/u;

/** Words for people are proven by reading them, not by a test that repeats them. */
const sentences = {
  /** @param {unknown} path */
  shouldIgnore(path) {
    // Stryker's types know Babel's nodes only where Babel's types are installed.
    const { node } =
      /** @type {{ node: { type: string, value?: unknown, quasis?: { value: { raw: string } }[] } }} */ (
        path
      );
    const parts =
      node.type === 'StringLiteral'
        ? [String(node.value)]
        : (node.quasis ?? []).map(({ value }) => value.raw);
    return SENTENCE.test(parts.join('…')) ? 'words for people' : undefined;
  },
};

/** How often long work pauses, as `if (count % SLICE === 0) yield` says: that shows in its speed alone, which benches measure. */
const pauses = {
  /** @param {unknown} path */
  shouldIgnore(path) {
    const { node, parent } =
      /** @type {{ node: { type: string }, parent: { type: string, test?: unknown, consequent?: { expression?: { type: string } } } | null }} */ (
        path
      );
    const isTest = parent?.type === 'IfStatement' && parent.test === node && node.type === 'BinaryExpression';
    return isTest && parent.consequent?.expression?.type === 'YieldExpression' ? 'pauses' : undefined;
  },
};

/** The end of a switch that no value reaches, as the compiler proves. */
const unreachable = {
  /** @param {unknown} path */
  shouldIgnore(path) {
    const { node } =
      /** @type {{ node: { type: string, consequent?: { argument?: { callee?: { name?: string } } }[] } }} */ (
        path
      );
    const isNever =
      node.type === 'SwitchCase' && node.consequent?.[0]?.argument?.callee?.name === 'assertNever';
    return isNever ? 'never reached' : undefined;
  },
};

/** Tries a share of the mutants, always the same ones of the same lines: those whose hash is below it. */
function sampler() {
  const share = Number(process.env['MUTATION_SAMPLE'] ?? 1);
  return {
    init: () => Promise.resolve(),
    /** @param {import('@stryker-mutator/api/core').Mutant[]} mutants */
    check: (mutants) =>
      Promise.resolve(Object.fromEntries(mutants.map((mutant) => [mutant.id, checkOf(mutant, share)]))),
  };
}
sampler.inject = /** @type {[]} */ ([]);

/**
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 * @param {number} share
 * @returns {import('@stryker-mutator/api/check').CheckResult}
 */
function checkOf(mutant, share) {
  if (share === 1 || placeOf(mutant) < share) return { status: CheckStatus.Passed };
  return { status: CheckStatus.CompileError, reason: NOT_DRAWN };
}

/**
 * A mutant’s place between 0 and 1, by its line’s text, so that a change elsewhere in the file draws no others. Mutants know
 * their file in the sandbox, where all of them are in it; its path in the project counts.
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 */
function placeOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const file = fileName.replaceAll('\\', '/').replace(/^.*\/(?=(?:shared|electron|renderer)\/)/, '');
  const line = linesOf(file)[start.line]?.trim();
  const columns = start.line === end.line ? [start.column, end.column] : [];
  const name = JSON.stringify([file, line, ...columns, mutatorName, replacement]);
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32;
}

/** @type {Map<string, string[]>} */
const lines = new Map();

/** @param {string} file */
function linesOf(file) {
  const known = lines.get(file) ?? readFileSync(`${ROOT}/${file}`, 'utf8').split('\n');
  lines.set(file, known);
  return known;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'sentences', sentences),
  declareValuePlugin(PluginKind.Ignore, 'pauses', pauses),
  declareValuePlugin(PluginKind.Ignore, 'unreachable', unreachable),
  declareFactoryPlugin(PluginKind.Checker, 'sample', sampler),
];
