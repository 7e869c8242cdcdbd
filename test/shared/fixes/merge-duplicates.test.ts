import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import {
  duplicatesAmong,
  fillingChoices,
  isSameIn,
  type MergeChoices,
  mergeRows as merging,
  rowsAmong,
  rowThatStays,
  updateChoices,
} from '../../../shared/fixes/merge-duplicates.ts';
import { applyChange, reverseChange } from '../../../shared/roster/change.ts';
import { cellAt, type Roster, type Row } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { OWNER, SETTINGS, settingsWith } from '../rules/build-roster.ts';
import { atOnce } from '../roster/at-once.ts';
import { makeRoster, textsOf } from '../roster/make-roster.ts';
import { runs } from '../../tier.ts';

const mergeRows = atOnce(merging);
const POSITIONS = columns.map((_, position) => position);

/** One of some rows, which a test knows to be there. */
function rowAt(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new Error(`No row ${index}`);
  return row;
}

const snapshot = (roster: Roster) =>
  roster.rows.map(({ id, index, cells }) => ({ id, index, cells: [...cells] }));
const people = () =>
  makeRoster([
    { email: 'ana@x.com', employeeId: '1', firstName: 'Ana', homeTown: 'Cork' },
    { email: 'bo@x.com', employeeId: '2', firstName: 'Bo' },
    { email: 'ANA@x.com', employeeId: '1', firstName: 'Anna', role: 'Agent', homeTown: ' ' },
  ]);

describe('which rows are compared', () => {
  it('are those that share an email address, an ID, or names and leader; not those that share a password', () => {
    const roster = makeRoster([
      { email: 'ana@x.com', employeeId: '1' },
      { email: 'ana@x.com', employeeId: '2', temporaryPassword: 'Secret-4711' },
      { email: 'bo@x.com', employeeId: '2', temporaryPassword: 'Secret-4711' },
      { firstName: 'Cy', lastName: 'Cole', teamLeader: 'bo@x.com' },
      { firstName: 'Cy', lastName: 'Cole', teamLeader: 'bo@x.com' },
      { email: 'di@x.com', temporaryPassword: 'Secret-4711' },
    ]);
    const checker = check(roster, SETTINGS);
    const of = (id: number) => [...duplicatesAmong(checker.problemsOf(id))].sort();
    expect([1, 2, 3, 4, 5, 6].map(of)).toEqual([[1, 2], [1, 2, 3], [2, 3], [4, 5], [4, 5], []]);
    expect(checker.problemsOf(6).map(({ code }) => code)).toContain('password.shared');
  });

  it('are none where they are too many to name', () => {
    const roster = makeRoster(Array.from({ length: 60 }, () => ({ email: 'ana@x.com' })));
    expect(duplicatesAmong(check(roster, SETTINGS).problemsOf(1))).toEqual([]);
  });

  it('come in the order of the roster, without those that are gone', () => {
    expect(rowsAmong(people(), [3, 9, 1]).map(({ id }) => id)).toEqual([1, 3]);
  });

  it('differ in a column where their texts do, if only in case', () => {
    const rows = rowsAmong(people(), [1, 3]);
    expect([AT.employeeId, AT.lastName, AT.email].map((at) => isSameIn(rows, at))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('merging', () => {
  it('fills what the row that stays lacks, and deletes the others', () => {
    const roster = people();
    const rows = rowsAmong(roster, [1, 3]);
    const stays = rowThatStays(rows, null);
    if (stays === undefined) throw new Error('Nobody stays');
    finish(applyChange(roster, mergeRows(roster, [1, 3], stays.id, fillingChoices(rows, stays, POSITIONS))));
    expect(textsOf(roster, 'email')).toEqual(['ana@x.com', 'bo@x.com']);
    expect(textsOf(roster, 'firstName')).toEqual(['Ana', 'Bo']);
    expect(textsOf(roster, 'role')).toEqual(['Agent', '']);
  });

  it('makes one the other’s update: its filled cells replace the other’s', () => {
    const roster = people();
    const [stays, update] = rowsAmong(roster, [1, 3]);
    if (stays === undefined || update === undefined) throw new Error('Nobody is there');
    finish(applyChange(roster, mergeRows(roster, [1, 3], 1, updateChoices(stays, update, POSITIONS, null))));
    expect(textsOf(roster, 'email')).toEqual(['ANA@x.com', 'bo@x.com']);
    expect(textsOf(roster, 'firstName')).toEqual(['Anna', 'Bo']);
    expect(textsOf(roster, 'homeTown')).toEqual(['Cork', '']);
  });

  it('leaves the member of the current team, by what Agent Connect knows them by', () => {
    const roster = makeRoster([
      { email: 'ana.new@x.com', firstName: 'Ana', lastName: 'Ek', teamLeader: 'bo@x.com', homeTown: 'Cork' },
      { email: 'ana@x.com', firstName: 'Ana', lastName: 'Ek', teamLeader: 'bo@x.com', employeeId: '' },
    ]);
    const team = { takenAt: '2026-05-30T08:00:00Z', people: [{ ...OWNER, email: 'ana@x.com' }], untold: [] };
    const { comparison } = check(roster, settingsWith({ mode: 'update', team }));
    const [added, member] = rowsAmong(roster, [1, 2]);
    if (added === undefined || member === undefined) throw new Error('Nobody is there');
    expect(rowThatStays([added, member], comparison)).toBe(member);
    finish(
      applyChange(roster, mergeRows(roster, [1, 2], 2, updateChoices(member, added, POSITIONS, comparison))),
    );
    expect([textsOf(roster, 'email'), textsOf(roster, 'homeTown')]).toEqual([['ana@x.com'], ['Cork']]);
  });
});

const TEXT = fc.constantFrom('', ' ', 'a', 'b', 'c');
const MERGE = fc.record({
  texts: fc.array(fc.array(TEXT, { minLength: columns.length, maxLength: columns.length }), {
    minLength: 3,
    maxLength: 8,
  }),
  merged: fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 4 }),
  stays: fc.nat(),
  picks: fc.array(fc.nat(), { minLength: columns.length, maxLength: columns.length }),
});

describe('whatever is merged', () => {
  it('leaves exactly one of the rows, with texts that some of them had in that column; undoing brings all back', () => {
    fc.assert(
      fc.property(MERGE, ({ texts, merged, stays, picks }) => {
        const roster = makeRoster(
          texts.map((cells) => Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] ?? '']))),
        );
        const before = snapshot(roster);
        const ids = [...new Set(merged.map((pick) => 1 + (pick % texts.length)))];
        const one = (pick: number): number => ids[pick % ids.length] ?? 1;
        const choices: MergeChoices = new Map(picks.map((pick, position) => [position, one(pick)]));
        const change = mergeRows(roster, ids, one(stays), choices);
        finish(applyChange(roster, change));
        expect(ids.filter((id) => roster.byId.has(id))).toEqual([one(stays)]);
        expect(roster.rows.length).toBe(texts.length - ids.length + 1);
        for (const row of roster.rows) {
          const were = before.filter(({ id }) => (row.id === one(stays) ? ids.includes(id) : id === row.id));
          for (const position of POSITIONS)
            expect(were.map(({ cells }) => cells[position])).toContain(cellAt(row, position));
        }
        finish(applyChange(roster, finish(reverseChange(change))));
        expect(snapshot(roster)).toEqual(before);
      }),
      { numRuns: runs(500) },
    );
  });

  it('never empties a cell that one of them had filled, where nobody chose it', () => {
    fc.assert(
      fc.property(MERGE, ({ texts }) => {
        const roster = makeRoster(
          texts.map((cells) => Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] ?? '']))),
        );
        const rows = roster.rows.slice(0, 3);
        const stays = rowAt(rows, 1);
        const filled = POSITIONS.filter((at) => rows.some((row) => cellAt(row, at).trim() !== ''));
        const ids = rows.map(({ id }) => id);
        finish(applyChange(roster, mergeRows(roster, ids, stays.id, fillingChoices(rows, stays, POSITIONS))));
        const after = rowAt(roster.rows, 0);
        expect(filled.filter((at) => cellAt(after, at).trim() === '')).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});
