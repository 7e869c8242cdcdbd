import { existsSync, readdirSync } from 'node:fs';
import type { MutantResult, MutantStatus } from '@stryker-mutator/api/core';
import { describe, expect, it } from 'vitest';
import { NOT_DRAWN } from '../../build/mutation/plugins.mjs';
import { intervalOf, isMissed, mutantsOf, scoreOf } from '../../build/mutation/score.mjs';
import { listAreas, ONLY_IN_BROWSER, PROCESS_ENTRIES } from '../../build/mutation/areas.mjs';

/** Whether a file is there, or a folder that has tests; of `*.test.ts`, those that stand in it. */
function hasTests(path: string): boolean {
  if (path.endsWith('.test.ts') && !path.includes('*')) return existsSync(path);
  const folder = path.replace(/\/\*\.test\.ts$/, '');
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: folder === path, encoding: 'utf8' }).some((name) =>
    /\.test\.tsx?$/.test(name),
  );
}

describe('the areas of mutation testing', () => {
  it('are every folder of the source, each wanted as its layer is', () => {
    const wanted = Object.fromEntries(listAreas().map((area) => [area.name, area.wanted]));
    expect(wanted).toMatchObject({
      'shared/rules': 90,
      'electron/files': 85,
      'renderer/app': 70,
      'renderer/*.ts': 70,
    });
  });

  it('leave out only what is there, each with a spec that is there', () => {
    const specs = Object.entries(ONLY_IN_BROWSER).map(
      ([spec, files]) => [`test/end-to-end/${spec}`, files] as const,
    );
    for (const [spec, files] of [...specs, ...Object.entries(PROCESS_ENTRIES)]) {
      expect(existsSync(spec), spec).toBe(true);
      for (const file of files) expect(existsSync(file), file).toBe(true);
    }
  });

  it('leave out a file of the window, and none of the logic', () => {
    const grid = listAreas().find(({ name }) => name === 'renderer/grid');
    expect(grid?.mutate).toContain('!renderer/grid/create-roster-grid.ts');
    const left = Object.values(ONLY_IN_BROWSER).flat();
    expect(left.filter((file) => !file.startsWith('renderer/'))).toEqual([]);
  });

  it('have tests that are there, of their own or of what stands on them', () => {
    for (const { name, tests } of listAreas()) {
      expect(tests.some(hasTests), name).toBe(true);
      for (const path of tests.slice(1)) expect(hasTests(path), path).toBe(true);
    }
  });
});

describe('the score of an area', () => {
  const area = { name: 'shared/rules', mutate: [], tests: [], wanted: 90 };
  const location = { start: { line: 1, column: 0 }, end: { line: 1, column: 1 } };
  const mutants = (statuses: Partial<Record<MutantStatus, number>>): MutantResult[] =>
    Object.entries(statuses).flatMap(([status, count]) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${status}${at}`,
        location,
        fileName: 'a.ts',
        mutatorName: 'BooleanLiteral',
        replacement: 'true',
        status: status as MutantStatus,
        ...(status === 'CompileError' && { statusReason: NOT_DRAWN }),
      })),
    );
  const score = (share: number, statuses: Partial<Record<MutantStatus, number>>) =>
    scoreOf(area, share, mutants(statuses), 1.6);

  it('counts what a test notices or what never ends, of all that compile and are not marked', () => {
    const all = mutantsOf({ files: { 'a.ts': { mutants: mutants({ Killed: 3, Ignored: 5 }) } } });
    expect(all.map(({ file }) => file)).toEqual(['a.ts', 'a.ts', 'a.ts']);
    expect(score(1, { Killed: 6, Timeout: 3, Survived: 2, NoCoverage: 1, CompileError: 8 })).toEqual({
      area: 'shared/rules',
      share: 1,
      all: 20,
      mutants: 12,
      killed: 9,
      survived: 2,
      noCoverage: 1,
      score: 75,
      interval: [75, 75],
      wanted: 90,
      seconds: 2,
    });
  });

  it('of a sample is as sure as the sample is large', () => {
    // Wilson, The Probable Inference (1927), at 95 %: tables of common statistics programs have the same.
    for (const [killed, tried, from, to] of [
      [10, 10, 72.2, 100],
      [0, 10, 0, 27.8],
      [45, 50, 78.6, 95.7],
      [450, 500, 87.1, 92.3],
    ] as const) {
      const [low, high] = intervalOf(killed, tried);
      expect(low).toBeCloseTo(from, 1);
      expect(high).toBeCloseTo(to, 1);
    }
  });

  it('is missed by a whole run that is below it, and by a sample that is surely below it', () => {
    expect(isMissed(score(1, { Killed: 90, Survived: 10 }))).toBe(false);
    expect(isMissed(score(1, { Killed: 89, Survived: 11 }))).toBe(true);
    expect(isMissed(score(0.1, { Killed: 89, Survived: 11 }))).toBe(false);
    expect(isMissed(score(0.1, { Killed: 80, Survived: 20 }))).toBe(true);
    expect(isMissed(score(0.1, {}))).toBe(false);
  });
});
