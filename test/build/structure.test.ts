import { expect, it } from 'vitest';
import { measure, offenders } from '../../build/structure.mjs';

function measured(...args: Parameters<typeof measure>): Record<string, number> {
  return Object.fromEntries(measure(...args).map(({ measure: name, now }) => [name, now]));
}

const file = (path: string, lines: number) => ({ path, lines });

it('counts files, folders and lines, and names the middle one', () => {
  const files = [file('shared/a/one.ts', 10), file('shared/a/two.ts', 401), file('shared/b/three.ts', 50)];
  expect(measured(files, [], [])).toMatchObject({
    'source files': 3,
    folders: 2,
    'source lines': 461,
    'lines of the middle file': 50,
    'files over 400 lines': 1,
  });
});

it('tells files that one neighbour alone imports, and folders that import each other, once each', () => {
  const imports = [
    { from: 'shared/a/one.ts', to: 'shared/a/two.ts' },
    { from: 'shared/a/one.ts', to: 'shared/a/two.ts' },
    { from: 'shared/a/one.ts', to: 'shared/a/three.ts' },
    { from: 'shared/b/four.ts', to: 'shared/a/three.ts' },
    { from: 'shared/a/three.ts', to: 'shared/b/four.ts' },
    { from: 'shared/a/one.ts', to: 'shared/c/five.ts' },
  ];
  expect(measured([], imports, [])).toMatchObject({
    'files imported by one file of their own folder alone': 1,
    'pairs of folders that import each other': 1,
  });
});

it('counts lines of style sheets, and global classes once', () => {
  const styles = [
    { path: 'renderer/a/row.css', text: '.rc-row {\n  opacity: 0.5;\n}\n' },
    { path: 'renderer/b/cell.css', text: '.rc-row .rc-cell:hover { margin: -.5em }' },
    { path: 'renderer/b/card.module.css', text: '.card {}' },
    { path: 'renderer/app/theme/theme.css', text: '.rc-muted {}' },
  ];
  expect(measured([], [], styles)).toMatchObject({ 'lines of CSS': 6, 'global classes': 2 });
});

it('names the files and folders behind the figures', () => {
  const found = offenders(
    [file('shared/a/long.ts', 401)],
    [
      { from: 'shared/a/one.ts', to: 'shared/a/two.ts' },
      { from: 'shared/a/one.ts', to: 'shared/b/three.ts' },
      { from: 'shared/b/three.ts', to: 'shared/a/one.ts' },
    ],
    [{ path: 'renderer/a/row.css', text: '.rc-row {}' }],
  );
  expect(found).toEqual({
    'files over 400 lines': ['shared/a/long.ts (401)'],
    'files imported by one file of their own folder alone': ['shared/a/two.ts <- shared/a/one.ts'],
    'pairs of folders that import each other': ['shared/a <> shared/b'],
    'style sheets with global classes': ['renderer/a/row.css (1)'],
  });
});
