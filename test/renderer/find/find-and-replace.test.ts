import { beforeEach, describe, expect, it } from 'vitest';
import {
  goToFirstFound,
  goToFound,
  openFind,
  selectedRange,
  setFind,
} from '../../../renderer/find/find-commands.ts';
import { replaceAll, replaceHere } from '../../../renderer/find/replace-found.ts';
import type { Find, FindPlace } from '../../../renderer/find/find-state.ts';
import type { GridView } from '../../../renderer/grid/view/grid-view.ts';
import { changeLayout } from '../../../renderer/app/session/column-layout.ts';
import { edit, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import { filterRows } from '../../../renderer/app/session/filter-rows.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { AT, type ColumnKey, columns } from '../../../shared/person/catalogue.ts';
import { hideColumns } from '../../../shared/roster/grid-layout.ts';
import { NO_FILTER, withColumn } from '../../../shared/find/row-filter.ts';
import { deleteRows, duplicateRows, setCells } from '../../../shared/roster/edits.ts';
import { gridOfRows } from '../headless-grid.ts';
import { documentOf } from '../test-session.ts';

let session: Session;
let view: GridView;

beforeEach(async () => {
  ({ session, view } = await gridOfRows([
    'First Name\tLast Name\tTemporary Password\tHome Town',
    'Ana\tStone\tstone1\tCork',
    'Ben\tCork\tstone2\tBonn',
    'Cleo\tstone\tpw\tCork',
    'Stone\tRuiz\tpw\tStone',
  ]));
});

const find = (): Find => session.store.getState().find;
const id = (index: number): number => documentOf(session).roster.rows[index]?.id ?? -1;
const cell = (index: number, key: ColumnKey): string | undefined =>
  documentOf(session).roster.rows[index]?.cells[AT[key]];

/** Looks for a text, and waits until all of it is found. */
async function look(
  text: string,
  more: Partial<Find['query']> = {},
  place?: Partial<FindPlace>,
): Promise<unknown> {
  setFind(session, {
    isShown: true,
    query: { text, matchCase: false, wholeCell: false, isExpression: false, ...more },
    ...(place && { place: { column: null, range: null, ...place } }),
  });
  return settled();
}

/** Waits until nothing is found any more for many turns, however slow the machine is. */
async function settled(): Promise<unknown> {
  for (let [before, quiet]: [Find | null, number] = [null, 0]; quiet < 12;) {
    const now = find();
    quiet = now === before && now.progress.kind !== 'searching' ? quiet + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return foundOf(find().found);
}

/** What is found: each cell by its row’s index and its column. */
function foundOf({ byRow }: Find['found']): string[] {
  const indexOf = (row: number): number => documentOf(session).roster.byId.get(row)?.index ?? -1;
  return [...byRow]
    .flatMap(([row, positions]) => positions.map((position) => `${indexOf(row)} ${columns[position]?.key}`))
    .sort();
}

const revealed = (): unknown => {
  const { reveal } = session.store.getState();
  return (
    reveal &&
    `${documentOf(session).roster.byId.get(reveal.place.row)?.index} ${columns[reveal.place.position]?.key}`
  );
};

const STONES = ['0 lastName', '2 lastName', '3 firstName', '3 homeTown'];

describe('finding', () => {
  it('finds in all columns that are shown, but never in temporary passwords', async () => {
    expect(await look('stone')).toEqual(STONES);
    expect(find()).toMatchObject({ found: { count: 4 }, hidden: { count: 0 }, progress: { kind: 'done' } });
    expect(find().order).not.toContain(AT.temporaryPassword);
    expect(await look('stone', {}, { column: AT.temporaryPassword })).toEqual([
      '0 temporaryPassword',
      '1 temporaryPassword',
    ]);
    expect(await look('stone', {}, { column: AT.lastName })).toEqual(['0 lastName', '2 lastName']);
  });

  it('keeps to case and to whole cells where that is wanted', async () => {
    expect(await look('stone', { matchCase: true })).toEqual(['2 lastName']);
    expect(await look('ston')).toEqual(STONES);
    expect(await look('ston', { wholeCell: true })).toEqual([]);
    expect(await look('stone', { wholeCell: true })).toEqual(STONES);
  });

  it('goes to the first from the active cell on, and finds nothing for nothing', async () => {
    const anchor = { row: id(2), position: AT.lastName };
    session.store.setState({ selection: { kind: 'cells', anchor, head: anchor } });
    await look('stone');
    expect(revealed()).toBe('2 lastName');
    expect(session.store.getState().reveal?.quietly).toBe(true);
    expect(await look('')).toEqual([]);
    expect([find().order, find().progress]).toEqual([[], { kind: 'done' }]);
  });

  it('says that an expression is none', async () => {
    await look('(', { isExpression: true });
    const { progress } = find();
    expect(progress.kind === 'failed' && progress.why).toMatch(/^Not a regular expression yet: /);
    expect(find().found.count).toBe(0);
  });

  it('stays true to the roster: edits, rows that come and go, undo', async () => {
    await look('stone');
    const { roster } = documentOf(session);
    edit(session, 'Type', setCells(roster, [{ row: id(1), position: AT.firstName, to: 'Stone' }]));
    expect(await settled()).toEqual(['0 lastName', '1 firstName', '2 lastName', '3 firstName', '3 homeTown']);
    edit(session, 'Type', setCells(roster, [{ row: id(0), position: AT.lastName, to: 'x' }]));
    expect(await settled()).toEqual(['1 firstName', '2 lastName', '3 firstName', '3 homeTown']);
    edit(session, 'Delete', deleteRows(roster, [id(3)]));
    expect(await settled()).toEqual(['1 firstName', '2 lastName']);
    edit(session, 'Double', duplicateRows(roster, [id(2)]));
    expect(await settled()).toEqual(['1 firstName', '2 lastName', '3 lastName']);
    for (const _ of 'abcd') undoStep(session);
    expect(await settled()).toEqual(STONES);
    expect(find().found.count).toBe(4);
    // Only what is sought anew takes anybody anywhere.
    session.store.setState({ reveal: null });
    edit(session, 'Type', setCells(roster, [{ row: id(1), position: AT.firstName, to: 'Stone' }]));
    await settled();
    expect(session.store.getState().reveal).toBeNull();
  });

  it('catches up with what changed while it ran', async () => {
    const searching = look('stone');
    edit(
      session,
      'Type',
      setCells(documentOf(session).roster, [{ row: id(1), position: AT.firstName, to: 'Stone' }]),
    );
    await searching;
    expect(await settled()).toContain('1 firstName');
  });

  it('looks only at the rows that a filter shows', async () => {
    await look('stone');
    filterRows(session, withColumn(NO_FILTER, AT.homeTown, { contains: 'cork', values: null }));
    expect(await settled()).toEqual(['0 lastName', '2 lastName']);
    edit(
      session,
      'Type',
      setCells(documentOf(session).roster, [{ row: id(3), position: AT.firstName, to: 'stones' }]),
    );
    expect(await settled()).toEqual(['0 lastName', '2 lastName']);
    filterRows(session, NO_FILTER);
    expect(await settled()).toEqual(STONES);
  });

  it('counts apart what is in hidden columns, and takes the order of the screen', async () => {
    await look('stone');
    changeLayout(
      session,
      hideColumns(session.store.getState().layout, ['homeTown', 'temporaryPassword'], true),
    );
    expect(await settled()).toEqual(['0 lastName', '2 lastName', '3 firstName']);
    expect([foundOf(find().hidden), find().order.includes(AT.homeTown)]).toEqual([['3 homeTown'], false]);
    expect(await look('stone', {}, { column: AT.lastName })).toEqual(['0 lastName', '2 lastName']);
    expect(find().hidden.count).toBe(0);
  });

  it('keeps to the selected cells where that is wanted', async () => {
    const at = (index: number, key: ColumnKey) => ({ row: id(index), position: AT[key] });
    const block = { kind: 'cells', anchor: at(0, 'firstName'), head: at(2, 'lastName') } as const;
    session.store.setState({ selection: block });
    const range = selectedRange(view, null);
    expect(range?.positions).toEqual(
      view.shownPositions.slice(
        view.shownPositions.indexOf(AT.firstName),
        view.shownPositions.indexOf(AT.lastName) + 1,
      ),
    );
    expect(await look('stone', {}, { range })).toEqual(['0 lastName', '2 lastName']);
    expect(await look('cork', {}, { range })).toEqual(['1 lastName']);
    const { roster } = documentOf(session);
    edit(
      session,
      'Type',
      setCells(roster, [
        { row: id(3), position: AT.lastName, to: 'Cork' },
        { row: id(0), position: AT.lastName, to: 'Cork' },
      ]),
    );
    expect(await settled()).toEqual(['0 lastName', '1 lastName']);
    // One cell alone is not meant as a range: what was selected when the bar was opened is.
    session.store.setState({
      selection: { kind: 'cells', anchor: at(3, 'homeTown'), head: at(3, 'homeTown') },
    });
    expect(selectedRange(view, block)).toEqual(range);
    expect(selectedRange(view, null)).toBeNull();
    session.store.setState({ selection: null });
    expect(selectedRange(view, block)).toBeNull();
  });

  it('stops with the bar, and begins again with it', async () => {
    await look('stone');
    setFind(session, { isShown: false });
    expect(await settled()).toEqual([]);
    edit(
      session,
      'Type',
      setCells(documentOf(session).roster, [{ row: id(1), position: AT.firstName, to: 'Stone' }]),
    );
    expect(await settled()).toEqual([]);
    openFind(session, 'find');
    expect(await settled()).toHaveLength(5);
  });
});

describe('going to what is found', () => {
  it('goes forwards, backwards and round the end', async () => {
    await look('stone');
    const seen: unknown[] = [];
    for (const step of [1, 1, 1, 1, -1, -1] as const) {
      goToFound(session, step, true);
      seen.push(revealed());
    }
    expect(seen).toEqual([
      '2 lastName',
      '3 firstName',
      '3 homeTown',
      '0 lastName',
      '3 homeTown',
      '3 firstName',
    ]);
    goToFound(session, 1, false);
    expect(session.store.getState().reveal?.quietly).toBe(false);
    goToFirstFound(session);
    expect(revealed()).toBe('3 homeTown');
  });

  it('opens the bar first where nothing is looked for, and does nothing without a roster', () => {
    goToFound(session, 1, false);
    expect(find()).toMatchObject({ isShown: true, isReplacing: false, focus: { field: 'find' } });
    expect(session.store.getState().reveal).toBeNull();
    setFind(session, { isShown: false });
    session.store.setState({ document: null });
    goToFound(session, 1, false);
    goToFirstFound(session);
    expect(find().isShown).toBe(false);
  });

  it('the bar opens on what to look for, and on the replacement once that is said', async () => {
    openFind(session, 'replace');
    expect(find()).toMatchObject({ isReplacing: true, focus: { field: 'find' } });
    await look('stone');
    openFind(session, 'replace');
    expect(find()).toMatchObject({ isReplacing: true, focus: { field: 'replace' } });
    // Who replaces goes on doing so.
    openFind(session, 'find');
    expect(find()).toMatchObject({ isReplacing: true, focus: { field: 'find' } });
  });
});

describe('replacing', () => {
  it('replaces everything found as one step, and says how much', async () => {
    await look('stone');
    setFind(session, { replacement: '$&' });
    await replaceAll(session);
    expect([cell(0, 'lastName'), cell(2, 'lastName'), cell(3, 'firstName'), cell(3, 'homeTown')]).toEqual([
      '$&',
      '$&',
      '$&',
      '$&',
    ]);
    expect(cell(0, 'temporaryPassword')).toBe('stone1');
    const { done } = session.store.getState();
    expect(done?.sentence).toBe('Replaced in 4 cells.');
    expect(done?.step?.label).toBe('Replace in 4 cells');
    expect(await settled()).toEqual([]);
    undoStep(session);
    expect(cell(0, 'lastName')).toBe('Stone');
  });

  it('says that of one cell, and of cells that had the text already', async () => {
    await look('ruiz');
    setFind(session, { replacement: 'Ruiz' });
    await replaceAll(session);
    expect(session.store.getState().done?.sentence).toBe('Every cell had that text already.');
    setFind(session, { replacement: 'Roux' });
    await replaceAll(session);
    expect(session.store.getState().done).toMatchObject({
      sentence: 'Replaced in one cell.',
      step: { label: 'Replace in one cell' },
    });
    session.store.setState({ done: null });
    await settled();
    await replaceAll(session);
    expect(session.store.getState().done).toBeNull();
  });

  it('replaces only in the rows that are shown', async () => {
    filterRows(session, withColumn(NO_FILTER, AT.homeTown, { contains: 'cork', values: null }));
    await look('stone');
    setFind(session, { replacement: 'x' });
    await replaceAll(session);
    expect([cell(0, 'lastName'), cell(3, 'firstName')]).toEqual(['x', 'Stone']);
  });

  it('replaces in the active cell and goes on; where that is not found, it only goes to one', async () => {
    await look('stone');
    setFind(session, { replacement: 'x' });
    const anchor = { row: id(1), position: AT.lastName };
    session.store.setState({ selection: { kind: 'cells', anchor, head: anchor } });
    await replaceHere(session);
    expect([documentOf(session).history.done, revealed()]).toEqual([[], '2 lastName']);
    await replaceHere(session);
    expect(cell(2, 'lastName')).toBe('x');
    expect(documentOf(session).history.done.map(({ label }) => label)).toEqual(['Replace in Last Name']);
    expect(revealed()).toBe('3 firstName');
    session.store.setState({ selection: null });
    await replaceHere(session);
    expect(documentOf(session).history.done).toHaveLength(1);
  });

  it('replaces nothing with an expression that is none', async () => {
    await look('stone');
    const { found } = find();
    setFind(session, { query: { ...find().query, text: '(', isExpression: true } });
    setFind(session, { found, replacement: 'x' });
    await replaceAll(session);
    expect(documentOf(session).history.done).toEqual([]);
  });
});
