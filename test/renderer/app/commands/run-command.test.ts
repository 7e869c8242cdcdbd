import { beforeEach, describe, expect, it, vi } from 'vitest';
import { filterOf } from '../../../../renderer/app/session/filter-rows.ts';
import { displayedRows } from '../../../../renderer/app/session/displayed-rows.ts';
import { edit } from '../../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { setMode } from '../../../../renderer/organization/roster-mode.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import { NO_FILTER } from '../../../../shared/find/row-filter.ts';
import { setCells } from '../../../../shared/roster/edits.ts';
import { type Asked, documentOf, testFile } from '../../test-session.ts';
import { commandsIn, openFourPeople } from './four-people.ts';

let session: Session;
let asked: Asked[];

beforeEach(async () => {
  ({ session, asked } = await openFourPeople());
});

const { id, names, run, select, state, steps } = commandsIn(() => session);

describe('filtering', () => {
  it('shows rows with errors, with warnings or with any problem, and all again', () => {
    const { checker, roster } = documentOf(session);
    const having = (severity: string | null): unknown[] =>
      roster.rows
        .filter(({ id: row }) =>
          checker.problemsOf(row).some((problem) => severity === null || problem.severity === severity),
        )
        .map(({ cells }) => cells[AT.firstName]);
    run('view.filterErrors');
    expect(names()).toEqual(having('error'));
    run('view.filterWarnings');
    expect(names()).toEqual(having('warning'));
    run('view.filterProblems');
    expect(names()).toEqual(having(null));
    run('view.filterClear');
    expect(filterOf(documentOf(session))).toBe(NO_FILTER);
    run('view.filterChanged');
    expect(filterOf(documentOf(session)).changed).toBe(true);
  });

  it('lets go what was mended only when it is applied again', () => {
    run('view.filterErrors');
    const before = names();
    edit(
      session,
      'Type',
      setCells(documentOf(session).roster, [{ row: id(1), position: AT.email, to: 'ben@acme.example' }]),
    );
    expect(names()).toEqual(before);
    run('view.filterAgain');
    expect(names().length).toBeLessThanOrEqual(before.length);
    const { checker } = documentOf(session);
    expect(
      displayedRows(session).every(({ id: row }) =>
        checker.problemsOf(row).some(({ severity }) => severity === 'error'),
      ),
    ).toBe(true);
  });

  it('opens the menu or the filter of the column of the active cell', () => {
    select(0, 0, 'lastName');
    run('view.columnMenu');
    expect(state().columnPopup).toEqual({ kind: 'menu', position: AT.lastName });
    session.store.setState({ selection: null });
    run('view.filterColumn');
    expect(state().columnPopup).toEqual({ kind: 'filter', position: AT.role });
  });

  it('by what is changed ends with the bulk update', () => {
    setMode(session, 'update');
    run('view.filterChanged');
    setMode(session, 'update');
    expect([filterOf(documentOf(session)).changed, state().mode]).toEqual([true, 'update']);
    run('organization.bulkCreate');
    expect([documentOf(session).shown, state().mode]).toEqual([null, 'create']);
    run('organization.bulkUpdate');
    expect(state().mode).toBe('update');
    session.store.setState({ document: null });
    setMode(session, 'create');
    expect(state().mode).toBe('create');
  });
});

describe('commands that show something', () => {
  it.each([
    ['columns.map', { kind: 'columns' }],
    ['file.export', { kind: 'export' }],
    ['view.palette', { kind: 'palette' }],
    ['help.shortcuts', { kind: 'shortcuts' }],
    ['help.diagnostics', { kind: 'diagnostics' }],
    ['help.removeData', { kind: 'removeData' }],
    ['edit.setColumn', { kind: 'setColumn', position: AT.role }],
  ] as const)('%s opens its dialog', (name, dialog) => {
    run(name);
    expect(state().dialog).toMatchObject(dialog);
  });

  it('ask the grid, a new request each time', () => {
    for (const [name, what] of [
      ['edit.cut', 'cut'],
      ['edit.copy', 'copy'],
      ['edit.paste', 'paste'],
      ['edit.clear', 'clear'],
      ['edit.fillDown', 'fillDown'],
      ['edit.fillRight', 'fillRight'],
      ['edit.putBack', 'putBack'],
      ['columns.fit', 'fitColumns'],
    ] as const) {
      run(name);
      const before = state().gridRequest;
      expect(before).toEqual({ what });
      run(name);
      expect(state().gridRequest).not.toBe(before);
    }
  });

  it('of the file are about the file, where there is one', () => {
    run('file.doctor');
    run('file.reading');
    expect(state().dialog).toBeNull();
    const file = testFile('people.txt');
    session.store.setState({ document: { ...documentOf(session), file, how: { header: 2 } } });
    run('file.doctor');
    expect(state().dialog).toEqual({ kind: 'doctor', file, how: { header: 2 } });
    run('file.reading');
    expect(state().dialog).toEqual({ kind: 'reading', file, how: { header: 2 }, purpose: 'open' });
  });

  it('show and hide the problems, which come before what stands in their place', () => {
    run('view.problems');
    expect(state().problemsShown).toBe(false);
    run('view.problems');
    expect(state().problemsShown).toBe(true);
    for (const instead of [{ uploadShown: true }, { organizationView: 'chosen' as const }]) {
      session.store.setState(instead);
      run('view.problems');
      expect(state()).toMatchObject({ problemsShown: true, uploadShown: false, organizationView: null });
    }
  });

  it('open the bar to find and to replace', () => {
    run('edit.find');
    expect(state().find).toMatchObject({ isShown: true, isReplacing: false });
    run('edit.replace');
    expect(state().find.isReplacing).toBe(true);
    session.store.setState({ find: { ...state().find, isShown: false } });
    run('edit.findNext');
    expect(state().find.isShown).toBe(true);
    session.store.setState({ find: { ...state().find, isShown: false } });
    run('edit.findPrevious');
    expect(state().find.isShown).toBe(true);
  });

  it('of the organization show its view', () => {
    run('organization.show');
    expect(state().organizationView).toBe('chosen');
    run('organization.add');
    expect(state().organizationView).toBe('new');
    run('organization.readTeam');
    expect(state()).toMatchObject({ organizationView: 'chosen', chooser: { purpose: 'open', what: 'team' } });
  });
});

describe('commands of the file', () => {
  const type = (): void => {
    edit(
      session,
      'Type',
      setCells(documentOf(session).roster, [{ row: id(0), position: AT.firstName, to: 'x' }]),
    );
  };

  it('begin anew, or close, at once where nothing would be lost, and ask otherwise', () => {
    run('file.new');
    expect(documentOf(session).name).toBe('New roster');
    run('rows.add');
    expect(steps()).toEqual(['Add row']);
    run('file.new');
    expect(state().dialog).toMatchObject({ kind: 'unsaved' });
    run('file.close');
    const { dialog } = state();
    expect(dialog).toMatchObject({ kind: 'unsaved' });
    select(0);
    if (dialog?.kind === 'unsaved') dialog.then();
    expect(state()).toMatchObject({ document: null, selection: null, dialog: null });
    run('file.new');
    expect(documentOf(session).roster.rows).toEqual([]);
  });

  it('open what is chosen, after asking what would be lost', async () => {
    type();
    run('file.open');
    state().chooser?.done(null);
    await Promise.resolve();
    expect(state().dialog).toBeNull();
    run('file.open');
    expect(state().chooser).toMatchObject({ purpose: 'open', what: 'roster' });
    state().chooser?.done(testFile('other.txt'));
    await vi.waitFor(() => {
      expect(state().dialog).toMatchObject({ kind: 'unsaved' });
    });
    expect(asked.map(({ channel }) => channel)).not.toContain('file.open');
  });

  it('ask whose people are added, and where to save', () => {
    run('file.merge');
    expect(state().chooser).toMatchObject({ purpose: 'open', what: 'people' });
    state().chooser?.done(null);
    run('file.save');
    expect(state().chooser).toMatchObject({ purpose: 'save', suggestedName: 'people.txt' });
  });

  it('that need a roster do nothing without one', () => {
    session.store.setState({ document: null });
    const before = state();
    for (const name of [
      'file.export',
      'file.merge',
      'columns.map',
      'rows.add',
      'problems.next',
      'problems.fixSafe',
      'edit.find',
      'view.filterErrors',
      'view.filterAgain',
      'rows.insertAbove',
      'rows.moveUp',
      'columns.hide',
      'columns.moveLeft',
    ] as const)
      run(name);
    expect(state()).toBe(before);
  });
});
