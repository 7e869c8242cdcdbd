import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listAreas, ONLY_IN_BROWSER } from '../../build/mutation/areas.mjs';

describe('the areas of mutation testing', () => {
  it('are every folder of the source, each wanted as its layer is', () => {
    const wanted = Object.fromEntries(listAreas().map((area) => [area.name, area.wanted]));
    expect(wanted).toMatchObject({
      'shared/rules': 90,
      'shared/*.ts': 90,
      'electron/files': 85,
      'renderer/session': 70,
    });
  });

  it('leave out only what is there, each with a spec that is there', () => {
    for (const [spec, files] of Object.entries(ONLY_IN_BROWSER)) {
      expect(existsSync(`test/end-to-end/${spec}`), spec).toBe(true);
      for (const file of files) expect(existsSync(file), file).toBe(true);
    }
  });

  it('leave out a file of the window, and none of the logic', () => {
    const grid = listAreas().find(({ name }) => name === 'renderer/grid');
    expect(grid?.mutate).toContain('!renderer/grid/create-roster-grid.ts');
    const left = Object.values(ONLY_IN_BROWSER).flat();
    expect(left.filter((file) => !file.startsWith('renderer/'))).toEqual([]);
  });

  it('have tests that are there, where a folder of another name has some', () => {
    for (const { tests } of listAreas())
      for (const path of tests.slice(1)) expect(existsSync(path), path).toBe(true);
  });
});
