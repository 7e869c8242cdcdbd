// What mutation testing goes over, area by area: a folder of the source, the tests that must notice, and how many must.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ name: string, mutate: string[], tests: string[], wanted: number }} Area */

/** The share of mutants, in percent, that the tests of a layer must notice. */
const WANTED = { shared: 90, electron: 85, renderer: 70 };

/** Tests beside those in the folder of the same name: of what stands on an area, where that is how it is proven. */
const MORE_TESTS = /** @type {Record<string, string[]>} */ ({
  'shared/*.ts': [
    'test/shared/find',
    'test/shared/matching',
    'test/shared/organization',
    'test/electron/host/dispatcher.test.ts',
  ],
  'shared/person': ['test/shared/roster', 'test/shared/import/mapping'],
  'shared/team': ['test/shared/rules/update-rules.test.ts'],
  'shared/contract': ['test/electron/host/dispatcher.test.ts'],
  'shared/import': ['test/renderer/import'],
  'shared/organization': ['test/electron/organization'],
  'shared/roster': ['test/shared/import/mapping'],
  'shared/text': ['test/electron/files/decode-text.test.ts'],
  'electron/organization': [
    'test/electron/host/organization-handlers.test.ts',
    'test/electron/host/profile-handlers.test.ts',
    'test/electron/cli/team.test.ts',
  ],
  'electron/uploads': ['test/electron/host/upload-handlers.test.ts', 'test/electron/cli/upload.test.ts'],
  'renderer/about': ['test/renderer/about'],
  'renderer/app': ['test/renderer/about', 'test/renderer/grid-model'],
  'renderer/grid': ['test/renderer/grid-model', 'test/renderer/app/session/reveal-change.test.ts'],
});

/**
 * Files of the window that draw, listen or measure, by the spec of test/end-to-end/ that shows them: only a browser can.
 * Components (.tsx) are left out for the same reason.
 */
export const ONLY_IN_BROWSER = /** @type {Record<string, string[]>} */ ({
  'accessibility.spec.ts': ['renderer/app/theme/style-nonce.ts', 'renderer/app/theme/theme.ts'],
  'bulk-edit.spec.ts': ['renderer/grid/popups/form-field.ts'],
  'clipboard.spec.ts': [
    'renderer/grid/clipboard/listen-to-clipboard.ts',
    'renderer/grid/clipboard/read-content.ts',
  ],
  'columns.spec.ts': [
    'renderer/grid/columns/apply-layout.ts',
    'renderer/grid/columns/column-definitions.ts',
    'renderer/grid/columns/column-header.ts',
    'renderer/grid/input/header-pointer.ts',
    'renderer/grid/selection/follow-drag.ts',
  ],
  'composing.spec.ts': ['renderer/grid/editing/compose-in-cell.ts'],
  'editors.spec.ts': [
    'renderer/grid/columns/column-definitions.ts',
    'renderer/grid/popups/calendar-popup.ts',
    'renderer/grid/popups/choice-popup.ts',
    'renderer/grid/popups/list-popup.ts',
    'renderer/grid/popups/popup.ts',
    'renderer/grid/editing/text-editor.ts',
    'renderer/grid/popups/leader-popup.ts',
    'renderer/grid/popups/open-popup.ts',
  ],
  'fill.spec.ts': ['renderer/grid/clipboard/fill-handle.ts'],
  'find.spec.ts': ['renderer/find/expression-thread.ts', 'renderer/find/run-expression.ts'],
  'focus.spec.ts': [
    'renderer/app/dialogs/use-modal.ts',
    'renderer/grid/selection/follow-focus.ts',
    'renderer/app/window/go-to-part.ts',
    'renderer/app/window/keep-focus.ts',
  ],
  'grid.spec.ts': [
    'renderer/grid/create-roster-grid.ts',
    'renderer/grid/cells-in-sight.ts',
    'renderer/grid/columns/gutter.ts',
    'renderer/grid/view/grid-theme.ts',
    'renderer/grid/selection/follow-drag.ts',
    'renderer/grid/input/pointer.ts',
  ],
  'leaders.spec.ts': ['renderer/app/session/use-work.ts'],
  'mapping.spec.ts': ['renderer/import/mapping/use-mapping.ts'],
  'opening.spec.ts': ['renderer/ui/folder-view.tsx', 'renderer/import/drop-target.tsx'],
  'organization.spec.ts': ['renderer/organization/use-focus-back.ts', 'renderer/organization/use-now.ts'],
  'palette.spec.ts': ['renderer/app/commands/keyboard.ts'],
  'problems.spec.ts': [
    'renderer/grid/card-target.ts',
    'renderer/grid/columns/gutter.ts',
    'renderer/grid/columns/column-header.ts',
    'renderer/grid/cells-in-sight.ts',
  ],
  'reading.spec.ts': ['renderer/import/reading-dialog.tsx'],
  'rows.spec.ts': ['renderer/grid/input/pointer.ts'],
  'saving.spec.ts': ['renderer/app/window/guard-leaving.ts'],
  'typing.spec.ts': [
    'renderer/grid/editing/text-editor.ts',
    'renderer/grid/input/pointer.ts',
    'renderer/grid/input/listen-to-keys.ts',
  ],
  'upload.spec.ts': ['renderer/upload/marks/show-mark.ts'],
});

/**
 * Where a process or a thread of its own begins, by the test that starts it: mutants are switched where the unit tests run,
 * and nowhere else.
 */
export const PROCESS_ENTRIES = /** @type {Record<string, string[]>} */ ({
  'test/electron/files/workbook/read-workbook.test.ts': ['electron/files/workbook/workbook-thread.ts'],
  'test/end-to-end/command-line.spec.ts': ['electron/cli/rollcall.ts'],
  'test/end-to-end/start.spec.ts': ['electron/web-host/main.ts'],
  'test/end-to-end/electron/starting.electron.spec.ts': ['electron/shell/main.ts'],
  'test/end-to-end/electron/walls.electron.spec.ts': ['electron/shell/preload.ts'],
});

const APART = new Set([...Object.values(ONLY_IN_BROWSER), ...Object.values(PROCESS_ENTRIES)].flat());

/** All areas: the folders of each layer in which something is to be changed, and the files beside them where there are any. */
export function listAreas() {
  const excluded = [...APART].map((path) => `!${path}`);
  return Object.entries(WANTED).flatMap(([layer, wanted]) => {
    const entries = readdirSync(`${ROOT}/${layer}`, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${layer}/${name}`);
    /** @type {(name: string, files: string, tests: string) => Area} */
    const area = (name, files, tests) => ({
      name,
      mutate: [files, '!**/*.d.ts', ...excluded],
      tests: [tests, ...(MORE_TESTS[name] ?? [])],
      wanted,
    });
    return [
      ...folders.filter(hasLogic).map((name) => area(name, `${name}/**/*.ts`, `test/${name}`)),
      ...(entries.some(({ name }) => name.endsWith('.ts'))
        ? [area(`${layer}/*.ts`, `${layer}/*.ts`, `test/${layer}/*.test.ts`)]
        : []),
    ];
  });
}

/** @param {string} folder */
function hasLogic(folder) {
  const files = readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .some((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !APART.has(file));
}
