import { beforeEach, expect, it } from 'vitest';
import { COLUMN_MENU } from '../../../renderer/grid/menu-entries.ts';
import type { GridView } from '../../../renderer/grid/view/grid-view.ts';
import { changeLayout } from '../../../renderer/app/session/column-layout.ts';
import { displayedRows } from '../../../renderer/app/session/displayed-rows.ts';
import { filterRows } from '../../../renderer/app/session/filter-rows.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { AT, type ColumnKey } from '../../../shared/person/catalogue.ts';
import { DEFAULT_LAYOUT } from '../../../shared/roster/grid-layout.ts';
import { NO_FILTER, withColumn } from '../../../shared/find/row-filter.ts';
import { gridOfRows } from '../headless-grid.ts';
import { documentOf } from '../test-session.ts';
import { contextSections } from '../../../renderer/app/commands/command.ts';

let session: Session;
let view: GridView;
beforeEach(async () => {
  ({ session, view } = await gridOfRows(['First Name\tLast Name', 'Ben\tRay', 'Ana\tRuiz']));
  Object.assign(view.api, { getVerticalPixelRange: () => ({ top: 0, bottom: 280 }) });
});

const entries = COLUMN_MENU.flat();
const run = (label: string, key: ColumnKey): void => {
  entries.find((entry) => entry.label === label)?.run(view, AT[key]);
};
const names = (): unknown[] => displayedRows(session).map(({ cells }) => cells[AT.firstName]);
const hidden = (): readonly string[] => session.store.getState().layout.hidden;
const offered = (key: ColumnKey): string[] =>
  entries
    .filter(({ isOffered }) => isOffered?.(documentOf(session), AT[key]) ?? true)
    .map(({ label }) => label);

it('sorts by its column, whatever is selected', () => {
  run('Sort ascending', 'firstName');
  expect(names()).toEqual(['Ana', 'Ben']);
  run('Sort descending', 'firstName');
  expect(names()).toEqual(['Ben', 'Ana']);
});

it('filters by its column, and clears that filter where there is one', () => {
  run('Filter…', 'lastName');
  expect(session.store.getState().columnPopup).toEqual({ kind: 'filter', position: AT.lastName });
  expect(offered('firstName')).not.toContain('Clear this filter');
  const filter = withColumn(NO_FILTER, AT.firstName, { contains: 'a', values: null });
  filterRows(session, withColumn(filter, AT.lastName, { contains: 'r', values: null }));
  expect(offered('firstName')).toContain('Clear this filter');
  expect(offered('role')).not.toContain('Clear this filter');
  run('Clear this filter', 'firstName');
  expect([
    names(),
    offered('firstName').includes('Clear this filter'),
    offered('lastName').includes('Clear this filter'),
  ]).toEqual([['Ben', 'Ana'], false, true]);
});

it('acts on its column, or on all whole columns that are selected where it is one of them', () => {
  run('Hide', 'lastName');
  expect(hidden()).toEqual(['lastName']);
  changeLayout(session, DEFAULT_LAYOUT);
  const first = displayedRows(session)[0]?.id ?? -1;
  session.store.setState({
    selection: {
      kind: 'columns',
      anchor: { row: first, position: AT.firstName },
      head: { row: first, position: AT.lastName },
    },
  });
  run('Hide', 'firstName');
  expect([...hidden()].sort()).toEqual(['firstName', 'lastName']);
  changeLayout(session, DEFAULT_LAYOUT);
  run('Pin or unpin', 'role');
  expect(session.store.getState().layout.pinned).toEqual(['role']);
  run('Pin or unpin', 'role');
  expect(session.store.getState().layout.pinned).toEqual([]);
  run('Reset the column layout', 'role');
  expect(session.store.getState().layout).toBe(DEFAULT_LAYOUT);
});

it('sets its column for several rows', () => {
  run('Set for several rows…', 'role');
  expect(session.store.getState().dialog).toEqual({ kind: 'setColumn', position: AT.role });
});

it('of cells, rows and columns offers what is meant for them, in groups', () => {
  const menuSections = (about: Parameters<typeof contextSections>[1]): string[][] =>
    contextSections(session, about).map((commands) => commands.map(({ id }) => id));
  const all = (about: Parameters<typeof menuSections>[0]) => menuSections(about).flat();
  expect(menuSections('cells')[0]).toEqual(['edit.cut', 'edit.copy', 'edit.paste']);
  expect(all('cells')).toContain('edit.fillRight');
  expect(all('rows')).toContain('rows.insertAbove');
  expect(all('rows')).not.toContain('edit.fillRight');
  expect(all('columns')).toContain('columns.hide');
  expect(all('columns')).not.toContain('rows.delete');
  for (const about of ['cells', 'rows', 'columns'] as const)
    expect(menuSections(about).every((group) => group.length > 0)).toBe(true);
});
