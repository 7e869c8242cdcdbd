import { beforeEach, describe, expect, it } from 'vitest';
import { fixHere } from '../../../../renderer/problems/problem-commands.ts';
import { sortColumn } from '../../../../renderer/grid/commands/sort-commands.ts';
import { displayedRows } from '../../../../renderer/app/session/displayed-rows.ts';
import { edit, undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { AT, columns } from '../../../../shared/person/catalogue.ts';
import { deleteRows, insertRows, setCells } from '../../../../shared/roster/edits.ts';
import { documentOf } from '../../test-session.ts';
import { commandsIn, openFourPeople } from './four-people.ts';

let session: Session;

beforeEach(async () => {
  ({ session } = await openFourPeople());
});

const { id, names, run, select, state, steps } = commandsIn(() => session);
const said = (): string | undefined => state().done?.sentence;

/** Where the view was asked to go. */
const revealed = (): string | null => {
  const { reveal } = state();
  return (
    reveal &&
    `${documentOf(session).roster.byId.get(reveal.place.row)?.index} ${columns[reveal.place.position]?.key}`
  );
};

describe('sorting', () => {
  it('sorts all rows by the column of the active cell, says so, and goes to the start', () => {
    select(2);
    run('rows.sortDescending');
    expect(names()).toEqual(['Dora', 'Cleo', 'ben', 'Ana']);
    expect([said(), steps(), revealed()]).toEqual([
      'All rows sorted by First Name, descending.',
      ['Sort by First Name'],
      '0 firstName',
    ]);
    expect(state().done?.step).not.toBeNull();
    run('rows.sortAscending');
    expect(names()).toEqual(['Ana', 'ben', 'Cleo', 'Dora']);
  });

  it('counts on, so that 9 comes before 10, and blanks come last', () => {
    sortColumn(session, AT.homeTown, 'ascending');
    expect(names()).toEqual(['Cleo', 'ben', 'Ana', 'Dora']);
    expect(revealed()).toBe('0 homeTown');
    session.store.setState({ document: null });
    sortColumn(session, AT.homeTown, 'ascending');
    expect(state().document).toBeNull();
  });

  it('sorts the selected rows alone where there are several, and stays there', () => {
    select(1, 3);
    run('rows.sortDescending');
    expect(names()).toEqual(['Ana', 'Dora', 'Cleo', 'ben']);
    expect([said(), revealed()]).toEqual(['3 rows sorted by First Name, descending.', null]);
  });

  it('says where the rows were in that order already, and leaves whole columns selected', () => {
    select(0, 0, 'firstName', 'columns');
    run('rows.sortAscending');
    expect([said(), state().done?.step, steps()]).toEqual(['4 rows were in this order already.', null, []]);
    sortColumn(session, AT.firstName, 'ascending');
    expect(said()).toBe('All rows were in this order already.');
    sortColumn(session, AT.firstName, 'descending');
    expect([steps().length, revealed()]).toEqual([1, null]);
  });

  it('sorts by role where nothing is selected', () => {
    session.store.setState({ selection: null });
    run('rows.sortAscending');
    expect(said()).toBe('All rows were in this order already.');
    run('rows.leadersFirst');
    expect(names()).toEqual(['Ana', 'ben', 'Cleo', 'Dora']);
  });
});

describe('going through problems', () => {
  const problemCells = (): Set<string> => {
    const { roster, checker } = documentOf(session);
    return new Set(
      roster.rows.flatMap(({ id: row, index }) =>
        checker.problemsOf(row).map(({ column }) => `${index} ${column}`),
      ),
    );
  };

  it.each(['problems.next', 'problems.previous'] as const)(
    '%s meets each once, in the order of reading, and begins again',
    (name) => {
      const seen: string[] = [];
      for (;;) {
        run(name);
        const at = revealed() ?? '';
        if (seen.includes(at)) break;
        seen.push(at);
        const { reveal } = state();
        if (reveal)
          session.store.setState({ selection: { kind: 'cells', anchor: reveal.place, head: reveal.place } });
      }
      const order = (at: string): number => {
        const [row, key] = at.split(' ');
        return Number(row) * 1000 + columns.findIndex((column) => column.key === key);
      };
      const sorted = [...problemCells()].sort((a, b) => order(a) - order(b));
      expect(seen.length).toBeGreaterThan(4);
      expect(seen).toEqual(name === 'problems.next' ? sorted : sorted.reverse());
    },
  );

  it('says that none is left, of all or of those that are shown', () => {
    const { roster } = documentOf(session);
    edit(
      session,
      'Delete',
      deleteRows(
        roster,
        roster.rows.map(({ id: row }) => row),
      ),
    );
    run('problems.next');
    expect(said()).toBe('No problems are left.');
    undoStep(session);
    run('view.filterErrors');
    expect(names().length).toBeGreaterThan(0);
    run('problems.next');
    expect(revealed()).toMatch(/^\d/);
    const errors = displayedRows(session).map(({ id: row }) => row);
    edit(session, 'Delete', deleteRows(roster, errors));
    run('problems.next');
    expect(said()).toBe('No row that is shown has a problem.');
  });
});

describe('fixing', () => {
  it('applies the first fix of the selected cell, as one step', () => {
    select(2, 2, 'email');
    run('problems.fixHere');
    expect(documentOf(session).roster.rows[2]?.cells[AT.email]).toBe('ann@acme.example');
    expect(steps()).toHaveLength(1);
  });

  it('says where nothing is wrong, and where nobody knows what is right', () => {
    select(0, 0, 'firstName');
    run('problems.fixHere');
    expect(said()).toBe('Nothing is wrong in this cell.');
    const { roster } = documentOf(session);
    edit(session, 'Type', setCells(roster, [{ row: id(0), position: AT.email, to: '' }]));
    select(0, 0, 'email');
    run('problems.fixHere');
    expect(said()).toBe('There is no sure fix here: type the right value.');
    session.store.setState({ selection: null, done: null });
    fixHere(session, documentOf(session));
    expect([said(), steps().length]).toEqual([undefined, 1]);
  });

  it('compares duplicates where they are, and says where there are none or too many', () => {
    select(0, 0, 'email');
    run('problems.compareDuplicates');
    expect([said(), state().dialog]).toEqual(['No other row seems to be the same person as this one.', null]);
    const { roster } = documentOf(session);
    const share = (rows: readonly number[]): void => {
      const to = 'ana@acme.example';
      edit(
        session,
        'Share',
        setCells(
          roster,
          rows.map((row) => ({ row, position: AT.email, to })),
        ),
      );
    };
    share([id(3)]);
    for (const command of ['problems.compareDuplicates', 'problems.fixHere'] as const) {
      run(command);
      expect(state().dialog).toEqual({ kind: 'duplicates', rows: [id(0), id(3)] });
      session.store.setState({ dialog: null });
    }
    select(0, 0, 'firstName');
    run('problems.fixHere');
    expect(state().dialog).toBeNull();
    edit(
      session,
      'Add',
      insertRows(
        roster,
        4,
        Array.from({ length: 60 }, () => []),
      ),
    );
    share(roster.rows.map((row) => row.id));
    run('problems.compareDuplicates');
    expect([said(), state().dialog]).toEqual([
      'Too many rows share this to compare them side by side.',
      null,
    ]);
  });

  it('applies all safe fixes as one step, and says how many', () => {
    const count = documentOf(session).checker.safeFixCount;
    expect(count).toBeGreaterThan(0);
    run('problems.fixSafe');
    expect(steps()).toEqual(['Apply all safe fixes']);
    expect(said()).toBe(count === 1 ? 'One safe fix applied.' : `${count} safe fixes applied.`);
    expect(documentOf(session).checker.safeFixCount).toBe(0);
    edit(
      session,
      'Type',
      setCells(
        documentOf(session).roster,
        [0, 1, 2, 3].map((at) => ({ row: id(at), position: AT.firstName, to: ' A  b ' })),
      ),
    );
    const many = documentOf(session).checker.safeFixCount;
    expect(many).toBeGreaterThan(1);
    run('problems.fixSafe');
    expect(said()).toBe(`${many} safe fixes applied.`);
  });
});
