import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT } from '../../../shared/person/catalogue.ts';
import type { MergeChoices } from '../../../shared/import/merge-columns.ts';
import { applyChange, isNothing, reverseChange } from '../../../shared/roster/change.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { cellsOf, entriesOf, fileOf, mergeHere, planHere, readRows, tryPlan } from './merge-here.ts';
import { runs } from '../../tier.ts';

/** Few values, so that they meet in every way. */
const email = fc.constantFrom('', 'a@x.com', 'A@x.com', 'b@x.com', 'c@x.com', 'd@x.com');
const employeeId = fc.constantFrom('', '1', '2', '3', ' 3');
const text = fc.constantFrom('', ' ', 'y', 'Yes', 'n', 'Cork');
const HEADERS = ['Email', 'Employee ID', 'Phone Channel', 'Home Town', 'Desk', 'License Type'];
const person = fc.tuple(email, employeeId, text, text, text, text);

/** A table with some of the columns in some order, the header first. */
const table = fc
  .tuple(fc.array(person, { maxLength: 6 }), fc.shuffledSubarray(HEADERS.map((_, column) => column)))
  .map(([people, places]) => [HEADERS, ...people].map((row) => places.map((place) => row[place] ?? '')))
  // A reader takes no line for a header in which nothing is understood.
  .filter(([header = []]) => header.includes('Email') || header.includes('Employee ID'));

const choices: fc.Arbitrary<Partial<MergeChoices>> = fc.record({
  matchBy: fc.constantFrom('emailThenId', 'email', 'employeeId'),
  blanks: fc.constantFrom('keep', 'clear'),
  leftOut: fc.subarray([AT.email, AT.employeeId, AT.phoneChannel, AT.homeTown]).map((left) => new Set(left)),
});
const meant = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant('new' as const)),
    ),
  )
  .map((pairs) => new Map(pairs));

/** Runs a law on two tables and the choices wherever the second can be added to the first. */
function holds(law: (here: string[][], there: string[][], chosen: Partial<MergeChoices>) => void): void {
  fc.assert(
    fc.property(table, table, choices, (here, there, chosen) => {
      fc.pre(typeof tryPlan(readRows(here).roster, fileOf(there), chosen) !== 'string');
      law(here, there, chosen);
    }),
    { numRuns: runs(500) },
  );
}

describe('adding a file', () => {
  it('and undoing it leaves everything as before, whatever was chosen', () => {
    fc.assert(
      fc.property(table, table, choices, meant, (here, there, chosen, meant) => {
        const { roster } = readRows(here);
        const before = { cells: cellsOf(roster), columns: roster.columns };
        const given = { ...chosen, meant };
        fc.pre(typeof tryPlan(roster, fileOf(there), given) !== 'string');
        const change = mergeHere(roster, fileOf(there), given);
        const after = cellsOf(roster);
        finish(applyChange(roster, finish(reverseChange(change))));
        expect(cellsOf(roster).map(trimmed)).toEqual(before.cells.map(trimmed));
        expect(roster.columns).toEqual(before.columns);
        finish(applyChange(roster, change));
        expect(cellsOf(roster)).toEqual(after);
      }),
      { numRuns: runs(500) },
    );
  });

  it('that is the roster itself changes nothing', () => {
    fc.assert(
      fc.property(table, choices, (here, chosen) => {
        const { roster } = readRows(here);
        const itself = fileOf(here);
        fc.pre(typeof tryPlan(roster, itself, chosen) !== 'string');
        const plan = planHere(roster, itself, chosen);
        expect(plan.added.map(({ row }) => row.cells)).toEqual([]);
        expect(isNothing(mergeHere(roster, itself, chosen))).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  it('twice is adding it once', () => {
    holds((here, there, chosen) => {
      const { roster } = readRows(here);
      mergeHere(roster, fileOf(there), chosen);
      const once = cellsOf(roster);
      fc.pre(typeof tryPlan(roster, fileOf(there), chosen) !== 'string');
      expect(mergeHere(roster, fileOf(there), chosen)).toEqual({ cells: [], removed: [], inserted: [] });
      expect(cellsOf(roster)).toEqual(once);
    });
  });

  it('loses no row, moves none, and changes each by one line of the file at most', () => {
    holds((here, there, chosen) => {
      const { roster } = readRows(here);
      const ids = roster.rows.map(({ id }) => id);
      const plan = planHere(roster, fileOf(there), chosen);
      const targets = [...plan.changed, ...plan.unchanged].map(({ target }) => target?.id);
      expect(new Set(targets).size).toBe(targets.length);
      mergeHere(roster, fileOf(there), chosen);
      expect(roster.rows.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
      const missing = new Set(plan.missing.map(({ id }) => id));
      expect(targets.filter((id) => id !== undefined && missing.has(id))).toEqual([]);
    });
  });

  it('says of every line what becomes of it, and brings each new person once, in order, with their identifiers', () => {
    holds((here, there, chosen) => {
      const { roster } = readRows(here);
      const before = roster.rows.length;
      const file = fileOf(there);
      const plan = planHere(roster, file, chosen);
      expect(entriesOf(plan).map(({ row }) => row)).toEqual(file.roster.rows);
      mergeHere(roster, file, chosen);
      const identifiers = (cells: readonly string[]) => [cells[AT.email], cells[AT.employeeId]];
      for (const key of ['email', 'employeeId'] as const) {
        if (chosen.matchBy !== 'emailThenId' && chosen.matchBy !== key) continue;
        const brought = plan.added.map(({ row }) => (row.cells[AT[key]] ?? '').trim().toLowerCase());
        expect(brought.filter((text, at) => text !== '' && brought.indexOf(text) !== at)).toEqual([]);
      }
      expect(roster.rows.slice(before).map(({ cells }) => identifiers(cells))).toEqual(
        plan.added.map(({ row }) => identifiers(row.cells)),
      );
    });
  });

  it('writes in no column that the file does not have or that is left out', () => {
    holds((here, there, chosen) => {
      const { roster } = readRows(here);
      const plan = planHere(roster, fileOf(there), chosen);
      const taken = new Set(plan.columns.flatMap(({ taken, to }) => (taken ? [to] : [])));
      const change = mergeHere(roster, fileOf(there), chosen);
      expect(change.cells.filter(({ position }) => !taken.has(position))).toEqual([]);
    });
  });
});

/** A change of columns and back leaves empty cells at the end of the rows. */
function trimmed(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
}
