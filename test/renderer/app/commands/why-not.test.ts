import { beforeEach, describe, expect, it } from 'vitest';
import {
  hideSelected,
  resetLayout,
  showAllColumns,
} from '../../../../renderer/grid/commands/column-commands.ts';
import { commandOf, exists, isAvailable, whyNot } from '../../../../renderer/app/commands/command.ts';
import { edit, redoStep, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import { filterRows } from '../../../../renderer/app/session/filter-rows.ts';
import { noOrganizations, type Organizations } from '../../../../renderer/organization/organizations.ts';
import type { CommandId, Session } from '../../../../renderer/app/session/session.ts';
import type { Selection } from '../../../../renderer/app/session/document.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import { failed } from '../../../../shared/failures/failures.ts';
import { NO_FILTER } from '../../../../shared/find/row-filter.ts';
import { setCells } from '../../../../shared/roster/edits.ts';
import { documentOf, openRows, testFile, testSession } from '../../test-session.ts';

let session: Session;
beforeEach(() => {
  session = testSession().session;
});

const open = () => openRows(session, ['Email\tFirst Name', 'a@x.yz\tAna', 'b@x.yz\tBen']);
const why = (name: CommandId): string | null => whyNot(commandOf(session, name), session.store.getState());

function select(kind: Selection['kind']): void {
  const place = { row: documentOf(session).roster.rows[0]?.id ?? -1, position: AT.email };
  session.store.setState({ selection: { kind, anchor: place, head: place } });
}

describe('a command has nothing to work on', () => {
  it('while no roster is open, but for what opens one and what is about the app', async () => {
    for (const name of ['edit.undo', 'rows.delete', 'problems.fixSafe', 'columns.hide'] as const)
      expect(why(name)).toBe('No roster is open');
    for (const name of ['file.new', 'file.open', 'view.palette', 'help.shortcuts'] as const)
      expect(why(name)).toBeNull();
    await open();
    expect(why('problems.next')).toBeNull();
  });

  it('where nothing was done or undone', async () => {
    const { roster } = await open();
    expect([why('edit.undo'), why('edit.redo')]).toEqual(['Nothing to undo', 'Nothing to redo']);
    edit(
      session,
      'Change',
      setCells(roster, [{ row: roster.rows[0]?.id ?? -1, position: AT.email, to: 'c@x.yz' }]),
    );
    expect([why('edit.undo'), why('edit.redo')]).toEqual([null, 'Nothing to redo']);
    undoStep(session);
    expect([why('edit.undo'), why('edit.redo')]).toEqual(['Nothing to undo', null]);
    redoStep(session);
    expect([why('edit.undo'), why('edit.redo')]).toEqual([null, 'Nothing to redo']);
  });

  it('where no row is filtered, and has again once some are', async () => {
    await open();
    expect(why('view.filterClear')).toBe('Every row is shown');
    expect(why('view.filterAgain')).toBe('Nothing is filtered');
    filterRows(session, {
      ...NO_FILTER,
      columns: new Map([[AT.firstName, { contains: 'Ana', values: null }]]),
    });
    expect([why('view.filterClear'), why('view.filterAgain')]).toEqual([null, null]);
    filterRows(session, NO_FILTER);
    expect(why('view.filterClear')).toBe('Every row is shown');
  });

  it('where no row is selected, or whole columns, which reach every row', async () => {
    await open();
    session.store.setState({ selection: null });
    expect([why('rows.delete'), why('edit.copy')]).toEqual([
      'No row is selected',
      'There is nothing it applies to',
    ]);
    for (const kind of ['cells', 'rows'] as const) {
      select(kind);
      expect([why('rows.delete'), why('rows.moveUp'), why('edit.copy')]).toEqual([null, null, null]);
    }
    select('columns');
    expect([why('rows.delete'), why('edit.copy')]).toEqual(['No row is selected', null]);
  });

  it('where no column is hidden, and the columns are as at first', async () => {
    await open();
    const both = () => [why('columns.showAll'), why('columns.reset')];
    expect(both()).toEqual(['No column is hidden', 'The columns are in their usual layout']);
    select('cells');
    hideSelected(session);
    expect(both()).toEqual([null, null]);
    showAllColumns(session);
    expect(both()[0]).toBe('No column is hidden');
    resetLayout(session);
    expect(both()).toEqual(['No column is hidden', 'The columns are in their usual layout']);
  });

  it('where no cell has a safe fix', async () => {
    await open();
    expect(why('problems.fixSafe')).toBe('No safe fixes');
    await openRows(session, ['Email\tFirst Name', 'mailto:a@x.yz\tAna']);
    expect(why('problems.fixSafe')).toBeNull();
  });

  it('about the file, where the roster came from none', async () => {
    const document = await open();
    session.store.setState({ document: { ...document, file: null } });
    expect(why('file.doctor')).toBe('The roster was not read from a file');
    session.store.setState({ document: { ...document, file: testFile('people.txt') } });
    expect([why('file.doctor'), why('file.reading')]).toEqual([null, null]);
  });

  it('of what only a bulk update has, in a bulk create', async () => {
    await open();
    select('cells');
    expect(why('edit.putBack')).toBe('Nothing is selected, or this is not a bulk update');
    expect(why('view.filterChanged')).toBe('This is not a bulk update');
    expect(why('rows.deleteIncomplete')).toBe(
      'There are none in this bulk update, or this is not a bulk update',
    );
  });
});

describe('a command about the organization', () => {
  const ACME = {
    id: 'a'.repeat(16),
    name: 'Acme',
    address: { subdomain: 'acme' },
    environment: 'test',
    host: 'acme',
    team: null,
  } as const;
  const set = (some: Partial<Organizations>): void => {
    session.store.setState({ organizations: { ...noOrganizations, ...some } });
  };
  const chosen = { all: [ACME], chosen: ACME.id };
  const known = { team: { takenAt: '2026-05-30T08:00:00Z', people: [], untold: [] }, roles: [], groups: [] };

  it('needs one that is chosen, and no work on its team, but for work that failed', () => {
    expect(why('organization.pull')).toBe('No organization is chosen');
    set(chosen);
    expect(why('organization.pull')).toBeNull();
    set({ ...chosen, work: { organization: ACME.id, kind: 'reading', name: 'team.csv' } });
    expect(why('organization.pull')).toBe('Its current team is being read already');
    set({ ...chosen, work: { organization: ACME.id, kind: 'failed', failure: failed('cancelled', {}) } });
    expect(why('organization.pull')).toBeNull();
  });

  it('changes what the roster is for only where that is possible and is not so already', async () => {
    expect(why('organization.bulkUpdate')).toBe('No roster is open');
    await open();
    expect(why('organization.bulkUpdate')).toBe('It needs an organization and its current team');
    set(chosen);
    expect(why('organization.bulkUpdate')).toBe('It needs the current team: pull it, or read its file');
    set({ ...chosen, known });
    expect(why('organization.bulkUpdate')).toBeNull();
    expect(why('organization.bulkCreate')).toBe('This is a bulk create already');
    session.store.setState({ mode: 'update' });
    expect(why('organization.bulkUpdate')).toBe('This is a bulk update already');
    expect(why('organization.bulkCreate')).toBeNull();
  });
});

describe('isAvailable', () => {
  it('says no while something is asked over the grid or long work runs', async () => {
    await open();
    const is = (): boolean => isAvailable(commandOf(session, 'problems.next'), session.store.getState());
    expect(is()).toBe(true);
    session.store.setState({ dialog: { kind: 'shortcuts' } });
    expect(is()).toBe(false);
    session.store.setState({ dialog: null });
    expect(is()).toBe(true);
  });
});

describe('exists', () => {
  it('leaves the update out where the app is updated by others', () => {
    const state = { ...session.store.getState(), appUpdate: { kind: 'off' } as const };
    const update = commandOf(session, 'help.update');
    expect(exists(update, state)).toBe(false);
    expect(whyNot(update, state)).not.toBeNull();
    expect(exists(commandOf(session, 'file.open'), state)).toBe(true);
  });
});
