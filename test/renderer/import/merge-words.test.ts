import { describe, expect, it } from 'vitest';
import {
  actionLabel,
  doneSentence,
  firstTab,
  type ListedPerson,
  listPeople,
  type MergeTab,
  notUnderstood,
} from '../../../renderer/import/merge-words.ts';
import type { MergeChoices } from '../../../shared/import/merge-columns.ts';
import { fileOf, planHere, readRows } from '../../shared/import/merge-here.ts';

const HEADER = ['Email', 'Employee ID', 'First Name', 'Last Name', 'Profile', 'Temporary Password'];
const ANA = ['ana@acme.com', '001', 'Ana', 'Ruiz', 'Likes tea', 'first-secret'];
const BEN = ['ben@acme.com', '002', 'Ben', 'Okafor', '', ''];

/** A list of what adding rows to Ana and Ben would do; the file has two lines above its header. */
function list(tab: MergeTab, rows: string[][], choices?: Partial<MergeChoices>): ListedPerson[] {
  const plan = planHere(readRows([HEADER, ANA, BEN]).roster, fileOf([HEADER, ...rows]), choices);
  const lines = rows.map((_, index) => index + 4);
  const people = listPeople(plan, tab, lines);
  return Array.from({ length: people.count }, (_, index) => people.at(index)).filter((one) => one !== null);
}

const doubts = (...rows: string[][]): (string | undefined)[] =>
  list('doubtful', rows).map(({ doubt }) => doubt?.sentence);

describe('listPeople', () => {
  it('names people by the lines of the file, and those who are only here by the roster’s', () => {
    const rows = [ANA, ['cleo@acme.com', '', '', '', '', '']];
    expect(list('added', rows)).toMatchObject([{ line: '5', name: '', identifiers: 'cleo@acme.com' }]);
    expect(list('missing', rows)).toMatchObject([
      { line: '3', name: 'Ben Okafor', identifiers: 'ben@acme.com · 002' },
    ]);
  });

  it('security 18: shows each text that changes, and never a temporary password', () => {
    const [person] = list('changed', [['ana@acme.com', '', 'Ana', 'Ruiz', 'x'.repeat(5000), 'next-secret']]);
    expect(person?.changes.map(({ column, from }) => [column, from])).toEqual([
      ['Profile', 'Likes tea'],
      ['Temporary Password', '••••••••'],
    ]);
    expect(person?.changes.map(({ to }) => to.length)).toEqual([300, 8]);
    expect(JSON.stringify(person?.changes)).not.toContain('secret');
  });

  it('says why someone is in doubt, and whom they may mean', () => {
    const twice = ['ANA@acme.com', '', 'Anna', '', '', ''];
    expect(doubts(ANA, twice)).toEqual([
      'Line 5 of the file has the same email address.',
      'Line 4 of the file has the same email address.',
    ]);
    expect(doubts(...Array<string[]>(9).fill(ANA))[0]).toBe(
      'Lines 5, 6, 7 and perhaps more of the file have the same email address.',
    );
    expect(doubts(['', '', 'Ana', '', '', ''], BEN)).toEqual([
      'It has nothing to match by, so there is no way to tell whether this person is here already.',
    ]);
    expect(doubts(['ana@acme.com', '', '', '', '', ''], ['', '001', '', '', '', ''])[0]).toBe(
      'Line 5 of the file may mean the same person here.',
    );
    const [person] = list('doubtful', [['ana@acme.com', '002', 'Who', '', '', '']]);
    expect(person?.doubt).toEqual({
      sentence:
        'The email address is that of line 2, Ana Ruiz, and the employee ID that of line 3, Ben Okafor.',
      choices: [
        { meant: 1, label: 'It means line 2, Ana Ruiz' },
        { meant: 2, label: 'It means line 3, Ben Okafor' },
      ],
    });
  });

  it('offers to add someone whom nobody here can be', () => {
    const rows = [['', '', 'Ana', '', '', ''], BEN];
    expect(list('doubtful', rows)[0]?.doubt?.choices).toEqual([
      { meant: 'new', label: 'Add as a new person' },
    ]);
    // Who was chosen stays among those in doubt, and is among the new as well.
    const meant = new Map([[1, 'new' as const]]);
    expect([list('doubtful', rows, { meant }).length, list('added', rows, { meant }).length]).toEqual([1, 1]);
  });

  it('counts several rows here that have the same', () => {
    const plan = planHere(readRows([HEADER, ANA, ANA]).roster, fileOf([HEADER, ANA]));
    expect(listPeople(plan, 'doubtful', [2]).at(0)?.doubt?.sentence).toBe(
      '2 rows here have this email address.',
    );
  });
});

const SHORT_HEADER = ['Email', 'Home Town'];

/** The plan of adding so many new people and one who changes or not. */
function planOf(added: number, changes: boolean) {
  const rows = Array.from({ length: added }, (_, index) => [`new${index}@acme.com`, 'Lima']);
  const open = readRows([SHORT_HEADER, ['ana@acme.com', 'Cork'], ['ben@acme.com', 'Cork']]).roster;
  return planHere(open, fileOf([SHORT_HEADER, ['ana@acme.com', changes ? 'Galway' : 'Cork'], ...rows]));
}

describe('actionLabel and doneSentence', () => {
  it('say what will be done and what was done', () => {
    expect(actionLabel(planOf(0, false))).toBeNull();
    expect(actionLabel(planOf(1, false))).toBe('Add 1 person');
    expect(actionLabel(planOf(1200, true))).toBe('Add 1,200 and change 1');
    expect(actionLabel(planOf(0, true))).toBe('Change 1 person');
    expect(doneSentence(planOf(2, true))).toBe('Added 2 people and changed 1.');
    expect(doneSentence(planOf(2, false))).toBe('Added 2 people.');
    expect(doneSentence(planOf(0, true))).toBe('Changed 1 person.');
  });
});

describe('firstTab', () => {
  it('is the first with people of the file', () => {
    expect(firstTab(planOf(1, true))).toBe('added');
    expect(firstTab(planOf(0, true))).toBe('changed');
    expect(firstTab(planOf(0, false))).toBe('unchanged');
  });
});

describe('notUnderstood', () => {
  it('names the first columns and counts the others', () => {
    const headers = ['Desk', 'Shift', 'Floor', 'Badge', 'Car'];
    expect(notUnderstood(headers)).toContain('“Desk”, “Shift”, “Floor”, “Badge”, and 1 more. They');
    expect(notUnderstood(headers.slice(0, 1))).toContain('“Desk”. It');
    expect(notUnderstood([])).toBeNull();
  });
});
