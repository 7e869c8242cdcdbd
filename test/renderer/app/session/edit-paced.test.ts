import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edit, redoStep, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { currentSettings } from '../../../../renderer/app/session/settings.ts';
import { initialState } from '../../../../renderer/app/session/state.ts';
import { columns } from '../../../../shared/person/catalogue.ts';
import { type Change, type PendingChange, MAX_ROWS } from '../../../../shared/roster/change.ts';
import {
  addOptionalColumn,
  deleteRows,
  duplicateRows,
  insertRows,
  leadersFirst,
  moveRows,
  setCells,
} from '../../../../shared/roster/edits.ts';
import { putBlock } from '../../../../shared/roster/put-block.ts';
import type { Roster, RowId } from '../../../../shared/roster/roster.ts';
import { sortRows } from '../../../../shared/roster/sort-rows.ts';
import { check, type Checker } from '../../../../shared/rules/checker.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';
import { runs } from '../../../tier.ts';

const SHOWN = columns.filter(({ standard }) => standard);
const POSITIONS = SHOWN.map((_, position) => position);
/** More people than are ever changed at once. */
const PEOPLE = 620;

/** A long roster in which many have problems, alone and with one another. */
function lines(count = PEOPLE): string[] {
  const people = Array.from({ length: count }, (_, index) =>
    SHOWN.map(({ key }, column) => {
      if (key === 'email')
        return index % 7 === 0 ? `same${index % 21}@acme.example` : `p${index}@acme.example`;
      if (key === 'teamLeader') return `p${(index * 31) % count}@acme.example`;
      return index % 11 === column ? '' : key === 'role' ? 'Team Member' : `Text ${(index * 17) % 101}`;
    }).join('\t'),
  );
  return [SHOWN.map(({ header }) => header).join('\t'), ...people, ''];
}

const oddRows = ({ rows }: Roster) => rows.filter(({ index }) => index % 2 === 1).map(({ id }) => id);
const mostRows = ({ rows }: Roster) => rows.slice(5, 600).map(({ id }) => id);
const block = Array.from({ length: 620 }, (_, row) => POSITIONS.map((column) => `New ${row % 13} ${column}`));
const compare = new Intl.Collator('en', { numeric: true }).compare;

/** Changes that are too large to be carried out at once. */
const CHANGES: Readonly<Record<string, (roster: Roster) => PendingChange | Change>> = {
  'a pasted block': (roster) =>
    putBlock(roster, { rows: roster.rows.slice(300), newRows: 300, positions: POSITIONS }, block),
  'many rows pasted over few cells': (roster) =>
    putBlock(roster, { rows: roster.rows, newRows: 0, positions: [2, 4, 9, 12] }, block),
  'clearing all': (roster) =>
    putBlock(roster, { rows: roster.rows, newRows: 0, positions: POSITIONS }, [['']]),
  'setting cells': (roster) =>
    setCells(
      roster,
      roster.rows.flatMap(({ id }) =>
        [2, 3, 9, 12].map((position) => ({ row: id, position, to: `t${id % 50}` })),
      ),
    ),
  'deleting rows': (roster) => deleteRows(roster, mostRows(roster)),
  'inserting rows': (roster) => insertRows(roster, 7, block),
  'duplicating rows': (roster) => duplicateRows(roster, mostRows(roster)),
  'moving rows': (roster) => moveRows(roster, oddRows(roster), 3),
  sorting: (roster) => sortRows(roster, roster.rows, { position: 5, direction: 'descending' }, compare),
  'leaders first': (roster) => leadersFirst(roster),
  'another column': (roster) => addOptionalColumn(roster, 'photoUrl'),
};

beforeEach(() => {
  // Time flies, so that every slice of work is followed by a pause.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything that a user could see of the roster. */
function seen(session: Session) {
  const { roster, checker, history, counts } = documentOf(session);
  return {
    rows: roster.rows.map(({ id, index, cells }) => [id, index, SHOWN.map((_, at) => cells[at] ?? '')]),
    columns: roster.columns,
    ids: [...roster.byId.keys()].sort((a, b) => a - b),
    problems: roster.rows.map(({ id }) => saidOf(checker, id)),
    counts: structuredClone({ ...counts }),
    labels: history.done.map(({ label }) => label),
  };
}

function withoutIds({ rows, ...rest }: ReturnType<typeof seen>): unknown {
  return { ...rest, ids: rest.ids.length, rows: rows.map(([, index, cells]) => [index, cells]) };
}

/** What is wrong in a row, without the suggestions, which are looked for when they are shown. */
function saidOf(checker: Checker, row: RowId): string {
  return checker
    .problemsOf(row)
    .map(({ code, column, severity }) => `${code} ${column} ${severity}`)
    .join();
}

/** Problems and counts as a fresh check would have them. */
function expectChecked(session: Session): void {
  const { roster, checker, counts } = documentOf(session);
  const fresh = check(roster, currentSettings(initialState));
  for (const { id } of roster.rows) expect(saidOf(checker, id)).toBe(saidOf(fresh, id));
  expect({ ...counts }).toEqual({ ...fresh.counts });
}

/** Does something that takes long, stops it at a pause if one is given, and answers how many there were. */
async function paced(session: Session, act: () => void, stopAt = Infinity): Promise<number> {
  let pauses = 0;
  const { store } = session;
  const unsubscribe = store.subscribe(({ task }, before) => {
    if (task === null || task === before.task) return;
    pauses += 1;
    if (pauses === stopAt) task.stop();
  });
  act();
  const isOver = (): void => {
    const { task, document } = store.getState();
    expect([task, document?.held]).toEqual([null, null]);
  };
  await vi.waitFor(isOver, { timeout: 20_000, interval: 5 });
  unsubscribe();
  return pauses;
}

describe('a large edit', () => {
  it.each(Object.entries(CHANGES))(
    '%s: does in slices what it does at once, and is undone so',
    async (_, make) => {
      const { session } = testSession();
      await openRows(session, lines());
      const before = seen(session);
      const pauses = await paced(session, () => {
        edit(session, 'Change', make(documentOf(session).roster));
      });
      expect(pauses).toBeGreaterThan(0);
      expectChecked(session);
      const after = seen(session);
      expect(after).not.toEqual(before);
      await paced(session, () => {
        undoStep(session);
      });
      expect({ ...seen(session), labels: [] }).toEqual(before);
      await paced(session, () => {
        redoStep(session);
      });
      expect(seen(session)).toEqual(after);
    },
  );

  it('leaves everything as it was where it is stopped, wherever that is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(CHANGES)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (name, share) => {
          const make = CHANGES[name];
          if (make === undefined) return;
          const [whole, stopped] = [testSession().session, testSession().session];
          await openRows(whole, lines());
          await openRows(stopped, lines());
          const pauses = await paced(whole, () => {
            edit(whole, 'Change', make(documentOf(whole).roster));
          });
          const before = seen(stopped);
          let told = 0;
          const act = (): void => {
            edit(stopped, 'Change', make(documentOf(stopped).roster), () => (told += 1));
          };
          await paced(stopped, act, 1 + Math.floor(share * (pauses - 1)));
          // Only the last pauses come too late to stop anything.
          expect(seen(stopped)).toEqual(told > 0 ? seen(whole) : before);
          expectChecked(stopped);
          if (told > 0) return;
          await paced(stopped, act);
          // All the same but for the ids of rows that were added, which are never given twice.
          expect(withoutIds(seen(stopped))).toEqual(withoutIds(seen(whole)));
        },
      ),
      { numRuns: runs(15) },
    );
  });

  it.each([1, 4, 9])(
    'of fewer cells than there are rows is checked back where it is stopped (%i)',
    async (at) => {
      const { session } = testSession();
      await openRows(session, lines(2600));
      const { roster } = documentOf(session);
      const place = { rows: roster.rows.slice(100, 2400), newRows: 0, positions: [2] };
      const before = seen(session);
      const act = (): void => {
        edit(
          session,
          'Set emails',
          putBlock(roster, place, [['same@acme.example'], ['no email'], ['p1@a.b']]),
        );
      };
      const made = 5;
      await paced(session, act, made + at);
      expect(session.store.getState().done?.sentence).toBe('Stopped. Nothing was changed.');
      // Rows that came or went would bring the selection into view, which may be elsewhere.
      expect(documentOf(session).touched.structure).toBe(false);
      expect(seen(session)).toEqual(before);
      expectChecked(session);
      await paced(session, act);
      expect(documentOf(session).history.done).toHaveLength(1);
      expectChecked(session);
    },
  );

  it('keeps everything else from writing meanwhile', async () => {
    const { session } = testSession();
    await openRows(session, lines());
    const { roster } = documentOf(session);
    const first = roster.rows[0]?.id ?? 0;
    let tried = 0;
    session.store.subscribe(({ document }) => {
      if (document?.held !== 'changing') return;
      tried += 1;
      edit(session, 'Type', setCells(roster, [{ row: first, position: 0, to: 'Meanwhile' }]));
    });
    await paced(session, () => {
      edit(session, 'Sort', sortRows(roster, roster.rows, { position: 5, direction: 'descending' }, compare));
    });
    expect(tried).toBeGreaterThan(0);
    expect(documentOf(session).history.done.map(({ label }) => label)).toEqual(['Sort']);
    expect(roster.byId.get(first)?.cells[0]).not.toBe('Meanwhile');
  });
});

describe('an edit', () => {
  it('adds no more rows than a roster may have, and says so', async () => {
    const { session } = testSession();
    await openRows(session, lines());
    const before = seen(session);
    const { roster } = documentOf(session);
    const rows = Array.from({ length: MAX_ROWS - PEOPLE + 1 }, () => []);
    await paced(session, () => {
      edit(session, 'Insert', insertRows(roster, 0, rows));
    });
    expect(seen(session)).toEqual(before);
    expect(session.store.getState().done?.sentence).toBe(
      'A roster has at most 500,000 rows, and this one would have 500,001: nothing was added.',
    );
  });
});
