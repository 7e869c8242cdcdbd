import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeLayout,
  hasHiddenColumns,
  loadLayout,
  selectedColumns,
  showColumn,
  shownPositions,
} from '../../../../renderer/app/session/column-layout.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import type { Selection } from '../../../../renderer/app/session/document.ts';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import { DEFAULT_LAYOUT, type GridLayout, hideColumns } from '../../../../shared/roster/grid-layout.ts';
import { failed, type Failure } from '../../../../shared/failures/failures.ts';
import { failure, success } from '../../../../shared/failures/result.ts';
import { type Asked, documentOf, openRows, testSession } from '../../test-session.ts';

const HIDDEN = hideColumns(DEFAULT_LAYOUT, ['homeTown'], true);

async function said(answer: Parameters<typeof loaded>[0]): Promise<string | undefined> {
  return (await loaded(answer)).done?.sentence;
}

async function loaded(answer: { layout: typeof HIDDEN | null; setAside: boolean } | Failure) {
  const { session } = testSession({
    'layout.read': () => ('code' in answer ? failure(answer) : success(answer)),
  });
  await loadLayout(session);
  return session.store.getState();
}

describe('the layout of the start before', () => {
  it('is taken up without a word, and so is none', async () => {
    expect((await loaded({ layout: HIDDEN, setAside: false })).layout).toEqual(HIDDEN);
    expect(await said({ layout: HIDDEN, setAside: false })).toBeUndefined();
    expect(await said({ layout: null, setAside: false })).toBeUndefined();
  });

  it('that was set aside, cannot be read or is of a newer Rollcall is said', async () => {
    expect(await said({ layout: null, setAside: true })).toContain('They are set aside on this computer');
    const name = 'column-layout.json';
    for (const why of [
      failed('settings.unreadable', { name, reason: 'EBUSY' }),
      failed('settings.newer', { name }),
    ]) {
      expect((await loaded(why)).layout).toEqual(DEFAULT_LAYOUT);
      expect(await said(why)).toContain('“column-layout.json”, in which Rollcall keeps settings');
    }
  });
});

describe('the layout', () => {
  let session: Session;
  let asked: Asked[];
  beforeEach(async () => {
    ({ session, asked } = testSession());
    await openRows(session, ['First Name', 'Ana', 'Ben']);
  });

  const hide = (layout: GridLayout, ...keys: ColumnKey[]): GridLayout => hideColumns(layout, keys, true);
  const select = (kind: Selection['kind'], from: [number, ColumnKey], to: [number, ColumnKey]): void => {
    const { rows } = documentOf(session).roster;
    const at = ([row, key]: [number, ColumnKey]) => ({ row: rows[row]?.id ?? -1, position: AT[key] });
    session.store.setState({ selection: { kind, anchor: at(from), head: at(to) } });
  };
  const selected = (): string[] => selectedColumns(session.store.getState()).map(({ name }) => name);

  it('is kept by the host when it changes, and not when it stays', () => {
    changeLayout(session, DEFAULT_LAYOUT);
    expect(asked).toEqual([]);
    changeLayout(session, HIDDEN);
    expect(asked).toEqual([{ channel: 'layout.write', request: { layout: HIDDEN } }]);
    expect(session.store.getState()).toMatchObject({ layout: HIDDEN, selection: null });
  });

  it('changes without a roster, too', () => {
    session.store.setState({ document: null });
    showColumn(session, AT.homeTown);
    changeLayout(session, HIDDEN);
    expect(session.store.getState().layout).toBe(HIDDEN);
    expect(selected()).toEqual([]);
  });

  it('takes the selection along where its column is hidden', () => {
    select('cells', [0, 'firstName'], [1, 'firstName']);
    changeLayout(session, hide(DEFAULT_LAYOUT, 'firstName'));
    const [first] = shownPositions(documentOf(session), session.store.getState().layout);
    expect(first).not.toBe(AT.firstName);
    expect(session.store.getState().selection).toMatchObject({
      anchor: { position: first },
      head: { position: first },
    });
  });

  it('knows whether columns of the open roster are hidden, of those that it has', () => {
    const document = documentOf(session);
    expect(hasHiddenColumns(document, DEFAULT_LAYOUT)).toBe(false);
    expect(hasHiddenColumns(document, HIDDEN)).toBe(true);
    expect(hasHiddenColumns(document, hideColumns(DEFAULT_LAYOUT, ['file:Shirt'], true))).toBe(false);
  });

  it('shows a hidden column that is asked for, and leaves the others as they are', () => {
    const layout = hide(DEFAULT_LAYOUT, 'homeTown', 'lastName');
    session.store.setState({ layout });
    showColumn(session, AT.firstName);
    expect(session.store.getState().layout).toBe(layout);
    showColumn(session, AT.lastName);
    expect(session.store.getState().layout.hidden).toEqual(['homeTown']);
    showColumn(session, 999);
    expect(session.store.getState().layout.hidden).toEqual(['homeTown']);
  });

  it('says which shown columns the selection reaches, forwards and backwards', () => {
    expect(selected()).toEqual([]);
    const order = shownPositions(documentOf(session), DEFAULT_LAYOUT);
    const from = order.indexOf(AT.firstName);
    const between = selectedColumns({
      ...session.store.getState(),
      selection: {
        kind: 'cells',
        anchor: { row: 1, position: order[from + 2] ?? -1 },
        head: { row: 1, position: AT.firstName },
      },
    });
    expect(between.map(({ position }) => position)).toEqual(order.slice(from, from + 3));
    select('columns', [0, 'firstName'], [1, 'firstName']);
    expect(selected()).toEqual(['firstName']);
    select('rows', [0, 'firstName'], [1, 'homeTown']);
    expect(selected()).toEqual(['firstName']);
  });

  it('reaches no column where either end is hidden', () => {
    session.store.setState({ layout: HIDDEN });
    select('cells', [0, 'firstName'], [0, 'homeTown']);
    expect(selected()).toEqual([]);
    select('cells', [0, 'homeTown'], [0, 'firstName']);
    expect(selected()).toEqual([]);
    select('rows', [0, 'homeTown'], [1, 'homeTown']);
    expect(selected()).toEqual([]);
  });
});
