import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  closeDialog,
  showFailure,
  whenSafe,
  whenUploadMayPause,
} from '../../../../renderer/app/session/dialogs.ts';
import { displayedRows } from '../../../../renderer/app/session/displayed-rows.ts';
import { edit, redoStep, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import { filterOf, filterRows, unhideRows } from '../../../../renderer/app/session/filter-rows.ts';
import { isExportCurrent, isLastExport } from '../../../../renderer/app/session/last-export.ts';
import { peopleOf } from '../../../../renderer/app/session/people.ts';
import { reveal } from '../../../../renderer/app/session/reveal.ts';
import { sayUndoable } from '../../../../renderer/app/session/say-done.ts';
import { selectedRows } from '../../../../renderer/app/session/selected-rows.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { situationOf } from '../../../../renderer/app/session/situation.ts';
import { isUnsaved, type Selection } from '../../../../renderer/app/session/document.ts';
import { isBusy } from '../../../../renderer/app/session/state.ts';
import { runTask } from '../../../../renderer/app/session/task.ts';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import { failed } from '../../../../shared/failures/failures.ts';
import { NO_FILTER, withColumn } from '../../../../shared/find/row-filter.ts';
import { success } from '../../../../shared/failures/result.ts';
import { cellsChange } from '../../../../shared/roster/change.ts';
import { insertRows, setCells } from '../../../../shared/roster/edits.ts';
import { READY, documentOf, openRows, testFile, testSession } from '../../test-session.ts';

let session: Session;
beforeEach(async () => {
  ({ session } = testSession());
  await openRows(session, ['First Name\tLast Name', 'Ana\tRuiz', 'Ben\t', '\tStone', 'Dora\tRuiz']);
});

const idAt = (index: number): number => documentOf(session).roster.rows[index]?.id ?? -1;
const state = () => session.store.getState();

function type(to: string, index = 0, key: ColumnKey = 'firstName'): void {
  edit(
    session,
    `Type ${to}`,
    setCells(documentOf(session).roster, [{ row: idAt(index), position: AT[key], to }]),
  );
}

function select(from: number, to: number, kind: Selection['kind'] = 'cells'): void {
  const at = (index: number) => ({ row: idAt(index), position: AT.firstName });
  session.store.setState({ selection: { kind, anchor: at(from), head: at(to) } });
}

const namesOf = (ids: readonly number[]): unknown[] =>
  ids.map((id) => documentOf(session).roster.byId.get(id)?.cells[AT.firstName]);
const selected = (): unknown[] => namesOf(selectedRows(documentOf(session), state().selection));
const displayed = (): unknown[] => namesOf(displayedRows(session).map(({ id }) => id));
/** Shows those whose last name contains a text. */
const show = (contains: string): void => {
  filterRows(session, withColumn(NO_FILTER, AT.lastName, { contains, values: null }));
};

describe('a small edit', () => {
  it('is one step with its words, is drawn where it was, and tells what it was', () => {
    const told = vi.fn();
    const change = setCells(documentOf(session).roster, [
      { row: idAt(1), position: AT.lastName, to: 'Okoro' },
    ]);
    edit(session, 'Name him', change, told);
    const document = documentOf(session);
    expect(document.history.done.map(({ label }) => label)).toEqual(['Name him']);
    expect(document).toMatchObject({ version: 1, held: null, touched: { structure: false } });
    expect(document.touched.rows.has(idAt(1))).toBe(true);
    expect(told).toHaveBeenCalledTimes(1);
    expect(told.mock.calls[0]?.[0]).toMatchObject({ cells: [{ from: '', to: 'Okoro' }] });
  });

  it('that changes nothing is no step, but is told', () => {
    const told = vi.fn();
    edit(session, 'Nothing', cellsChange([]), told);
    expect(told).toHaveBeenCalledTimes(1);
    expect(documentOf(session)).toMatchObject({ version: 0, history: { done: [] } });
  });

  it('of rows is of the roster’s structure', () => {
    const cells = Array.from({ length: AT.firstName }, () => '').concat('New');
    edit(session, 'Insert', insertRows(documentOf(session).roster, 0, [cells]));
    expect(documentOf(session).touched.structure).toBe(true);
    expect(displayed()).toEqual(['New', 'Ana', 'Ben', '', 'Dora']);
  });

  it('is undone and redone, shown where it was; with nothing to undo nothing happens', () => {
    const before = state();
    undoStep(session);
    redoStep(session);
    expect(state()).toBe(before);
    type('Anna');
    undoStep(session);
    expect(displayed()[0]).toBe('Ana');
    expect(state().reveal?.place).toEqual({ row: idAt(0), position: AT.firstName });
    session.store.setState({ reveal: null });
    redoStep(session);
    expect(displayed()[0]).toBe('Anna');
    expect(state().reveal?.place).toEqual({ row: idAt(0), position: AT.firstName });
    redoStep(session);
    expect(documentOf(session).history.done).toHaveLength(1);
  });

  it('of a roster that is held, or of none, does nothing', () => {
    const document = documentOf(session);
    session.store.setState({ document: { ...document, held: 'reading' } });
    type('Anna');
    expect(documentOf(session).history.done).toEqual([]);
    session.store.setState({ document: null });
    edit(session, 'Nothing', cellsChange([]));
    undoStep(session);
    expect(state().document).toBeNull();
  });
});

describe('unsaved work', () => {
  it('is what was done since the roster was opened or saved, not what was undone', () => {
    expect(isUnsaved(null)).toBe(false);
    expect(isUnsaved(documentOf(session))).toBe(false);
    type('Anna');
    expect(isUnsaved(documentOf(session))).toBe(true);
    undoStep(session);
    expect(isUnsaved(documentOf(session))).toBe(false);
  });

  it('is asked about before it is lost, and only then', () => {
    const then = vi.fn();
    whenSafe(session, then);
    expect([then.mock.calls.length, state().dialog]).toEqual([1, null]);
    type('Anna');
    whenSafe(session, then);
    expect([then.mock.calls.length, state().dialog]).toEqual([1, { kind: 'unsaved', then }]);
    closeDialog(session);
    expect(state().dialog).toBeNull();
  });

  it('so is an upload that would have to be paused', () => {
    const then = vi.fn();
    whenUploadMayPause(session, then);
    expect([then.mock.calls.length, state().dialog]).toEqual([1, null]);
    session.store.setState({ upload: { kind: 'starting', name: 'people.txt', fraction: 0 } });
    whenUploadMayPause(session, then);
    expect(state().dialog).toEqual({ kind: 'uploading', then });
    expect(then).toHaveBeenCalledTimes(1);
  });
});

describe('a failure', () => {
  it('is said with what was tried, and stopping is none', () => {
    showFailure(session, 'Title', failed('cancelled', {}));
    expect(state().dialog).toBeNull();
    const failure = failed('host.gone', {});
    showFailure(session, 'Title', failure);
    expect(state().dialog).toEqual({ kind: 'failure', title: 'Title', failure, tried: null });
  });

  it('advises as the window is: app or browser, with a roster or without', () => {
    expect(situationOf(session)).toEqual({ program: 'browser', isRosterOpen: true });
    const native = { ...session, app: { ...session.app, chooser: 'native' as const } };
    native.store.setState({ document: null });
    expect(situationOf(native)).toEqual({ program: 'app', isRosterOpen: false });
  });
});

describe('the rows that are shown', () => {
  it('are those of the filter, until it is taken away', () => {
    expect(filterOf(documentOf(session))).toBe(NO_FILTER);
    show('ruiz');
    expect(displayed()).toEqual(['Ana', 'Dora']);
    expect(filterOf(documentOf(session)).columns.size).toBe(1);
    filterRows(session, NO_FILTER);
    expect([displayed(), documentOf(session).shown]).toEqual([['Ana', 'Ben', '', 'Dora'], null]);
  });

  it('are none without a roster, which cannot be filtered', () => {
    session.store.setState({ document: null });
    show('ruiz');
    unhideRows(session, [1]);
    expect([displayedRows(session), state().document]).toEqual([[], null]);
  });

  it('keep the selection where it is shown; a hidden one goes', () => {
    select(0, 0);
    show('ruiz');
    expect(selected()).toEqual(['Ana']);
    filterRows(session, NO_FILTER);
    select(0, 3);
    show('ruiz');
    expect(selected()).toEqual(['Ana', 'Dora']);
  });

  it('are more where one is revealed, and the same where it is shown already', () => {
    show('ruiz');
    const { document } = state();
    unhideRows(session, [idAt(0)]);
    expect(state().document).toBe(document);
    reveal(session, { row: idAt(1), position: AT.lastName });
    expect(displayed()).toEqual(['Ana', 'Ben', 'Dora']);
    const place = { row: idAt(1), position: AT.lastName };
    expect(state().reveal).toEqual({ place, head: place });
  });

  it('are not gone to where the row is gone', () => {
    reveal(session, { row: 999, position: 0 });
    session.store.setState({ document: null });
    reveal(session, { row: 1, position: 0 });
    expect(state().reveal).toBeNull();
  });
});

describe('the selected rows', () => {
  it('are from one end to the other, both of them too, whichever way', () => {
    expect(selectedRows(documentOf(session), null)).toEqual([]);
    select(1, 3);
    expect(selected()).toEqual(['Ben', '', 'Dora']);
    select(2, 0, 'rows');
    expect(selected()).toEqual(['Ana', 'Ben', '']);
    select(1, 1, 'columns');
    expect(selected()).toEqual(['Ana', 'Ben', '', 'Dora']);
  });

  it('are only those that are shown', () => {
    show('ruiz');
    select(0, 3);
    expect(selected()).toEqual(['Ana', 'Dora']);
    select(0, 2);
    expect(selected()).toEqual(['Ana']);
    select(1, 3);
    expect(selected()).toEqual(['Dora']);
    select(0, 0, 'columns');
    expect(selected()).toEqual(['Ana', 'Dora']);
  });

  it('are none where an end is gone', () => {
    const at = (row: number) => ({ row, position: 0 });
    for (const [anchor, head] of [
      [at(999), at(idAt(1))],
      [at(idAt(1)), at(999)],
    ] as const)
      expect(selectedRows(documentOf(session), { kind: 'cells', anchor, head })).toEqual([]);
  });
});

describe('people in sentences', () => {
  it('have the line of a spreadsheet and the parts of a name that are there', () => {
    const people = peopleOf(documentOf(session).roster);
    expect([0, 1, 2].map((index) => [people.lineOf(idAt(index)), people.nameOf(idAt(index))])).toEqual([
      [2, 'Ana Ruiz'],
      [3, 'Ben'],
      [4, 'Stone'],
    ]);
    expect([people.lineOf(999), people.nameOf(999)]).toEqual([0, '']);
    type('  Ana ');
    expect(people.nameOf(idAt(0))).toBe('Ana Ruiz');
  });
});

describe('the last export', () => {
  const file = testFile('export.txt');
  const copy = { ...file, handle: 'b'.repeat(16) };
  const exported = (): void => {
    const { roster, history } = documentOf(session);
    const step = history.done.at(-1) ?? null;
    session.store.setState({
      lastExport: {
        file,
        rows: 4,
        bytes: 100,
        replaced: 0,
        accepted: true,
        verdict: READY,
        roster,
        step,
        at: new Date(0),
      },
    });
  };

  it('is known again by its handle, or a copy by name and size', () => {
    expect(isLastExport(state(), file, 100)).toBe(false);
    exported();
    expect(isLastExport(state(), file, 7)).toBe(true);
    expect(isLastExport(state(), copy, 100)).toBe(true);
    expect(isLastExport(state(), copy, 7)).toBe(false);
    expect(isLastExport(state(), { ...copy, name: 'other.txt' }, 100)).toBe(false);
  });

  it('is of the open roster only, and current until something changes', async () => {
    expect(isExportCurrent(state())).toBe(false);
    exported();
    expect(isExportCurrent(state())).toBe(true);
    type('Anna');
    expect(isExportCurrent(state())).toBe(false);
    exported();
    expect(isExportCurrent(state())).toBe(true);
    undoStep(session);
    expect(isExportCurrent(state())).toBe(false);
    await openRows(session, ['First Name', 'Zoe']);
    expect([isExportCurrent(state()), isLastExport(state(), file, 100)]).toEqual([false, false]);
    session.store.setState({ document: null });
    expect([isExportCurrent(state()), isLastExport(state(), file, 100)]).toEqual([false, false]);
  });
});

describe('what was done', () => {
  it('is said with the step that can be taken back', () => {
    sayUndoable(session, 'Nothing yet.');
    expect(state().done).toEqual({ sentence: 'Nothing yet.', step: null });
    type('Anna');
    sayUndoable(session, 'Typed.');
    expect(state().done?.step).toBe(documentOf(session).history.done.at(-1));
    session.store.setState({ document: null });
    sayUndoable(session, 'Closed.');
    expect(state().done?.step).toBeNull();
  });
});

describe('a task', () => {
  it('is shown while it runs, is the only one, and is gone even where it breaks', async () => {
    expect(isBusy(state())).toBe(false);
    const inner = runTask(session, { kind: 'saving', name: 'a' }, async (signal, onProgress, onHeld) => {
      expect(state().task).toMatchObject({ kind: 'saving', name: 'a', fraction: 0, isHeld: false });
      expect(isBusy(state())).toBe(true);
      onProgress(0.5);
      expect(state().task).toMatchObject({ fraction: 0.5, isHeld: false });
      onHeld();
      expect(state().task).toMatchObject({ fraction: 1, isHeld: true });
      expect(
        await runTask(session, { kind: 'saving', name: 'b' }, () => Promise.resolve(success(2))),
      ).toMatchObject({
        ok: false,
        failure: { code: 'cancelled' },
      });
      expect(state().task?.name).toBe('a');
      expect(signal.aborted).toBe(false);
      state().task?.stop();
      expect(signal.aborted).toBe(true);
      return success(1);
    });
    expect([await inner, state().task]).toEqual([success(1), null]);
    const broken = runTask(session, { kind: 'saving', name: 'a' }, () => Promise.reject(new Error('A bug')));
    await expect(broken).rejects.toThrow('A bug');
    expect(state().task).toBeNull();
  });

  it('is not the only thing that keeps others from beginning', () => {
    session.store.setState({ dialog: { kind: 'columns', isFirst: false } });
    expect(isBusy(state())).toBe(true);
    session.store.setState({
      dialog: null,
      chooser: { purpose: 'open', what: 'roster', done: () => undefined },
    });
    expect(isBusy(state())).toBe(true);
  });
});
