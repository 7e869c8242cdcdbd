import { describe, expect, it } from 'vitest';
import { doubtSentence, type MergeEntry } from '../../../shared/import/merge-plan.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { fileOf, planHere, readRows } from './merge-here.ts';

const HEADER = ['Email Address', 'Employee ID', 'First Name'];
const roster = (...rows: string[][]): Roster => readRows([HEADER, ...rows]).roster;
const ANA = ['ana@acme.com', '001', 'Ana'];
const BEN = ['ben@acme.com', '002', 'Ben'];
const repeated = (row: string[], count: number): string[][] => Array.from({ length: count }, () => row);

/** Why each line of a file that is in doubt is, in the order of the file, whose first person is on line 2. */
function doubts(open: Roster, ...rows: string[][]): string[] {
  return planHere(open, fileOf([HEADER, ...rows])).doubtful.map(sentence);
}

function sentence(entry: MergeEntry): string {
  const names = {
    here: ({ id }: { id: number }) => `row ${id}`,
    lineInFile: ({ index }: { index: number }) => index + 2,
  };
  return entry.doubt === null ? '' : doubtSentence(entry.doubt, entry, names);
}

describe('a line in doubt says', () => {
  it('that it has nothing to match by', () => {
    expect(doubts(roster(ANA), ['', '', 'Ana'], BEN)).toEqual([
      'It has nothing to match by, so there is no way to tell whether this person is here already.',
    ]);
  });

  it('which other lines have its address or its ID', () => {
    expect(doubts(roster(BEN), ANA, ANA.with(1, ''))).toEqual([
      'Line 3 of the file has the same email address.',
      'Line 2 of the file has the same email address.',
    ]);
    expect(doubts(roster(BEN), ['', '001', 'Ana'], ['', '001', 'Ana'])).toEqual([
      'Line 3 of the file has the same employee ID.',
      'Line 2 of the file has the same employee ID.',
    ]);
  });

  it('three of the other lines at most, and that there may be more', () => {
    expect(doubts(roster(BEN), ...repeated(ANA, 3))).toEqual([
      'Lines 3 and 4 of the file have the same email address.',
      'Lines 2 and 4 of the file have the same email address.',
      'Lines 2 and 3 of the file have the same email address.',
    ]);
    const many = doubts(roster(BEN), ...repeated(ANA, 6));
    expect(many[0]).toBe('Lines 3, 4, 5 and perhaps more of the file have the same email address.');
    expect(many[1]).toBe('Lines 2, 4, 5 and perhaps more of the file have the same email address.');
    expect(many[5]).toBe('Lines 2, 3, 4 and perhaps more of the file have the same email address.');
  });

  it('how many rows here have what it goes by, up to twenty', () => {
    const said = (count: number): string[] => doubts(roster(...repeated(ANA, count)), ANA.with(1, ''));
    expect(said(2)).toEqual(['2 rows here have this email address.']);
    expect(said(19)).toEqual(['19 rows here have this email address.']);
    expect(said(20)).toEqual(['20 or more rows here have this email address.']);
    expect(said(21)).toEqual(['20 or more rows here have this email address.']);
    expect(doubts(roster(ANA, ANA), ['', '001', 'Ana'])).toEqual(['2 rows here have this employee ID.']);
  });

  it('whose address and whose ID it has', () => {
    expect(doubts(roster(ANA, BEN), ['ana@acme.com', '002', 'Who'])).toEqual([
      'The email address is that of row 1, and the employee ID that of row 2.',
    ]);
  });

  it('which other lines may mean the same row, the first three of them', () => {
    const [byEmail, byId] = [ANA.with(1, ''), ['', '001', 'Ana']];
    expect(doubts(roster(ANA), byEmail, byId)).toEqual([
      'Line 3 of the file may mean the same person here.',
      'Line 2 of the file may mean the same person here.',
    ]);
    const last = (count: number): unknown => doubts(roster(ANA), ...repeated(byId, count), byEmail).at(-1);
    expect(last(2)).toBe('Lines 2 and 3 of the file may mean the same person here.');
    expect(last(3)).toBe('Lines 2, 3, 4 and perhaps more of the file may mean the same person here.');
    expect(last(5)).toBe('Lines 2, 3, 4 and perhaps more of the file may mean the same person here.');
  });
});

describe('whom a line may mean', () => {
  it('are rows that have its address or its ID, each once and twenty at most', () => {
    const twins = roster(...repeated(ANA, 15), ...repeated(ANA.with(0, 'other@acme.com'), 15));
    const [entry] = planHere(twins, fileOf([HEADER, ANA, ANA])).doubtful;
    expect(entry?.candidates.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it('leaves out of the file, of two rows with its address, the one with another ID', () => {
    const plan = planHere(roster(ANA, ANA.with(1, '003')), fileOf([HEADER, ANA]));
    expect(plan.unchanged.map(({ target }) => target?.id)).toEqual([1]);
    expect(plan.missing.map(({ id }) => id)).toEqual([2]);
  });
});
