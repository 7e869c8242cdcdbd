import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import { DEFAULT_CHOICES, withMeant } from '../../../shared/import/merge-columns.ts';
import { MAX_ROWS } from '../../../shared/roster/change.ts';
import { appendRow, emptyRoster, type Roster } from '../../../shared/roster/roster.ts';
import { textsOf } from '../roster/make-roster.ts';
import { entriesOf, fileOf, mergeHere, planHere, readRows, tryPlan } from './merge-here.ts';

const HEADER = ['Email Address', 'Employee ID', 'First Name', 'Home Town'];
const roster = (...rows: string[][]): Roster => readRows([HEADER, ...rows]).roster;
const file = (...rows: string[][]) => fileOf([HEADER, ...rows]);
const ANA = ['ana@acme.com', '001', 'Ana', 'Cork'];
const BEN = ['ben@acme.com', '002', 'Ben', 'Lima'];

/** What becomes of each line of the file. */
const outcomes = (...given: Parameters<typeof planHere>): string[] =>
  entriesOf(planHere(...given)).map(({ outcome, doubt }) => (doubt ? doubt.why : outcome));

describe('planMerge', () => {
  it('tells who is new, who changes and in what, who is as before, and whom the file does not have', () => {
    const plan = planHere(
      roster(ANA, BEN, ['cleo@acme.com', '003', 'Cleo', '']),
      file(['ana@acme.com', '001', 'Ana', 'Galway'], BEN, ['dora@acme.com', '004', 'Dora', '']),
    );
    expect(plan.added.map(({ row }) => row.cells[AT.firstName])).toEqual(['Dora']);
    expect(plan.changed.map(({ target, changes }) => [target?.id, changes])).toEqual([
      [1, [{ row: 1, position: AT.homeTown, from: 'Cork', to: 'Galway' }]],
    ]);
    expect(plan.unchanged.map(({ target }) => target?.id)).toEqual([2]);
    expect(plan.missing.map(({ id }) => id)).toEqual([3]);
    expect(plan.doubtful).toEqual([]);
    expect(plan.columns.map(({ key, changes }) => [key, changes])).toEqual([
      ['email', 0],
      ['employeeId', 0],
      ['firstName', 0],
      ['homeTown', 1],
    ]);
  });

  it('adds a new person with what the file has of them, and nothing else', () => {
    const open = roster(ANA);
    mergeHere(open, file(BEN));
    const [email, employeeId, firstName, homeTown] = BEN;
    const texts: Record<string, string | undefined> = { email, employeeId, firstName, homeTown };
    expect(open.rows[1]?.cells).toEqual(columns.map(({ key }) => texts[key] ?? ''));
  });

  it('matches an address in whatever case, and an ID that is the same but for its spaces', () => {
    expect(outcomes(roster(ANA, BEN), file(['ANA@Acme.com', '', '', ''], ['', ' 002 ', '', '']))).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('takes an ID for the same one where a program has written it with decimals, and changes nothing by it', () => {
    for (const [own, said] of [
      ['1001', '1001.0'],
      ['1001.0', '1001'],
    ] as const)
      expect(outcomes(roster(BEN, ['', own, 'Ana', '']), file(BEN, ['', said, 'Ana', '']))).toEqual([
        'unchanged',
        'unchanged',
      ]);
  });

  it('takes a word for no value for nobody’s ID', () => {
    expect(outcomes(roster(BEN, ['', 'N/A', 'Ana', '']), file(BEN, ['', 'N/A', 'Cleo', '']))).toEqual([
      'unchanged',
      'noIdentifier',
    ]);
  });

  it('takes an ID with fewer zeros for another one', () => {
    expect(outcomes(roster(ANA), file(['', '1', 'Ana', '']))).toEqual(['new']);
  });

  it('changes the address of whom the ID names, and the ID of whom the address names', () => {
    const open = roster(ANA, BEN);
    mergeHere(open, file(['ana@new.com', '001', 'Ana', 'Cork'], ['ben@acme.com', '020', 'Ben', 'Lima']));
    expect(textsOf(open, 'email')).toEqual(['ana@new.com', 'ben@acme.com']);
    expect(textsOf(open, 'employeeId')).toEqual(['001', '020']);
  });

  it('goes by what the user chose alone', () => {
    const more = file(['ana@new.com', '001', 'Ana', 'Cork'], ['ben@acme.com', '020', 'Ben', 'Lima']);
    expect(outcomes(roster(ANA, BEN), more, { matchBy: 'email' })).toEqual(['new', 'changed']);
    expect(outcomes(roster(ANA, BEN), more, { matchBy: 'employeeId' })).toEqual(['changed', 'new']);
  });

  it('takes texts that a safe fix would make the same for the same', () => {
    const header = ['Email', 'Phone Channel', 'Start Date', 'Employment Status', 'First Name', 'Profile'];
    const mended = ['ana@acme.com', 'y', '2026-03-15', 'Full Time', 'Ana', 'One\nTwo'];
    const asSent = ['Ana@acme.com ', 'Yes', '15 March 2026', 'full-time', ' Ana', 'One\r\nTwo'];
    expect(outcomes(readRows([header, mended]).roster, fileOf([header, asSent]))).toEqual(['unchanged']);
    const other = asSent.with(1, 'no');
    expect(outcomes(readRows([header, mended]).roster, fileOf([header, other]))).toEqual(['changed']);
  });

  it('keeps what the file has nothing for, or clears it where that is wanted', () => {
    const more = file(['ana@acme.com', '001', ' ', '']);
    const open = roster(ANA);
    mergeHere(open, more);
    expect(textsOf(open, 'homeTown')).toEqual(['Cork']);
    mergeHere(open, more, { blanks: 'clear' });
    expect([textsOf(open, 'homeTown'), textsOf(open, 'firstName')]).toEqual([[''], ['']]);
  });

  it('clears nothing in a column that the file does not have', () => {
    const open = roster(ANA);
    mergeHere(
      open,
      fileOf([
        ['Email', 'First Name'],
        ['ana@acme.com', 'Anna'],
      ]),
      { blanks: 'clear' },
    );
    expect(textsOf(open, 'homeTown')).toEqual(['Cork']);
    expect(textsOf(open, 'firstName')).toEqual(['Anna']);
  });

  it('takes no column that is left out, but for what names someone new', () => {
    const open = roster(ANA);
    mergeHere(open, file(['', '001', 'Anna', 'Galway'], BEN), {
      leftOut: new Set([AT.homeTown, AT.email, AT.employeeId]),
    });
    expect(textsOf(open, 'firstName')).toEqual(['Anna', 'Ben']);
    expect(textsOf(open, 'homeTown')).toEqual(['Cork', '']);
    expect(textsOf(open, 'email')).toEqual(['ana@acme.com', 'ben@acme.com']);
    expect(textsOf(open, 'employeeId')).toEqual(['001', '002']);
  });
});

describe('who is in doubt', () => {
  it('has nothing to match by', () => {
    expect(outcomes(roster(ANA), file(['', ' ', 'Ana', ''], BEN))).toEqual(['noIdentifier', 'new']);
    expect(outcomes(roster(ANA), file(['', '001', 'Ana', ''], BEN), { matchBy: 'email' })).toEqual([
      'noIdentifier',
      'new',
    ]);
  });

  it('comes twice in the file', () => {
    const again = ['ANA@acme.com', '', 'Anna', ''];
    expect(outcomes(roster(ANA), file(ANA, again, BEN))).toEqual(['twiceInFile', 'twiceInFile', 'new']);
    expect(outcomes(roster(BEN), file(ANA, again, BEN))).toEqual(['twiceInFile', 'twiceInFile', 'unchanged']);
  });

  it('is several rows of the roster, unless the other identifier tells which', () => {
    const open = roster(ANA, ['ana@acme.com', '003', 'Ana', '']);
    expect(outcomes(open, file(['ana@acme.com', '', 'Ana', '']))).toEqual(['severalRows']);
    expect(outcomes(open, file(['ana@acme.com', '003', 'Ana', 'Cork']))).toEqual(['changed']);
  });

  it('is one by the address and another by the ID', () => {
    const [entry] = planHere(roster(ANA, BEN), file(['ana@acme.com', '002', 'Who', ''])).doubtful;
    expect(entry?.doubt).toMatchObject({ why: 'twoPeople', byEmail: { id: 1 }, byId: { id: 2 } });
    expect(entry?.candidates.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('means the row that another line means', () => {
    expect(
      outcomes(roster(ANA), file(['ana@acme.com', '', 'Ana', ''], ['anna@acme.com', '001', 'Anna', ''])),
    ).toEqual(['sameRow', 'sameRow']);
  });

  it('may mean a row that a line in doubt may mean', () => {
    expect(
      outcomes(roster(ANA, BEN), file(['ana@acme.com', '002', 'Who', ''], ['', '001', 'Ana', ''])),
    ).toEqual(['twoPeople', 'sameRow']);
  });

  it('is left out, and is none of those whom the file does not have', () => {
    const open = roster(ANA, BEN);
    const plan = planHere(open, file(['ana@acme.com', '002', 'Who', '']));
    expect([plan.added, plan.changed, plan.missing]).toEqual([[], [], []]);
  });

  it('is whom the user says', () => {
    const open = roster(ANA, BEN);
    mergeHere(open, file(['ana@acme.com', '002', 'Who', '']), { meant: new Map([[1, 2]]) });
    expect(textsOf(open, 'email')).toEqual(['ana@acme.com', 'ana@acme.com']);
    expect(textsOf(open, 'firstName')).toEqual(['Ana', 'Who']);
  });

  it('is someone new only where nobody here comes into question', () => {
    const doubtful = file(['', '', 'Cleo', ''], ['ana@acme.com', '002', 'Who', '']);
    const open = roster(ANA, BEN);
    mergeHere(open, doubtful, {
      meant: new Map([
        [1, 'new'],
        [2, 'new'],
      ]),
    });
    expect(textsOf(open, 'firstName')).toEqual(['Ana', 'Ben', 'Cleo']);
  });

  it('changes nobody whom another line was said to mean', () => {
    const open = roster(ANA);
    const twice = file(['ana@acme.com', '', 'Anna', ''], ['ana@acme.com', '', 'Anne', '']);
    mergeHere(open, twice, {
      meant: new Map([
        [1, 1],
        [2, 1],
      ]),
    });
    expect(textsOf(open, 'firstName')).toEqual(['Anna']);
    const { meant } = withMeant(withMeant(DEFAULT_CHOICES, 1, 1), 2, 1);
    expect([...meant]).toEqual([[2, 1]]);
    expect([...withMeant({ ...DEFAULT_CHOICES, meant }, 2, null).meant]).toEqual([]);
  });
});

describe('columns', () => {
  const NOTES = columns.length;

  it('go by their headers where the catalogue does not know them, and new ones come along', () => {
    const open = readRows([
      ['Email', 'Cost Centre', 'Shift'],
      ['ana@acme.com', 'C1', 'Late'],
    ]).roster;
    const more = fileOf([
      ['Email', 'Desk', 'shift', 'COST CENTRE'],
      ['ana@acme.com', 'D4', 'Early', 'C1'],
      ['ben@acme.com', '', 'Late', 'C2'],
    ]);
    mergeHere(open, more);
    expect(open.columns.carried).toEqual([
      { header: 'Cost Centre', position: NOTES },
      { header: 'Shift', position: NOTES + 1 },
      { header: 'Desk', position: NOTES + 2 },
    ]);
    expect(open.rows.map(({ cells }) => cells.slice(NOTES))).toEqual([
      ['C1', 'Early', 'D4'],
      ['C2', 'Late'],
    ]);
  });

  it('that are optional are shown where something comes into them, and not otherwise', () => {
    const more = fileOf([
      ['Email', 'License Type', 'Desk'],
      ['ana@acme.com', '', ''],
      ['cleo@acme.com', 'Flexible', ''],
    ]);
    const open = roster(ANA);
    mergeHere(open, more);
    expect(open.columns).toEqual({ optional: ['licenseType'], carried: [] });
    const without = roster(ANA);
    mergeHere(without, more, { leftOut: new Set([AT.licenseType]) });
    expect(without.columns.optional).toEqual([]);
    expect(textsOf(without, 'licenseType')).toEqual(['', '']);
  });

  it('of one header go to those of one header in their order', () => {
    const header = ['Email', 'Note', 'Note'];
    const open = readRows([header, ['ana@acme.com', 'a', 'b']]).roster;
    expect(outcomes(open, fileOf([header, ['ana@acme.com', 'a', 'b']]))).toEqual(['unchanged']);
  });
});

describe('a file that cannot be added', () => {
  it('has nobody in it', () => {
    expect(tryPlan(roster(ANA), file())).toContain('“more.txt” has a header row, but nobody below it');
  });

  it('has no column to match by', () => {
    const names = fileOf([
      ['First Name', 'Last Name'],
      ['Ana', 'Ruiz'],
    ]);
    expect(tryPlan(roster(ANA), names)).toContain(
      'No column of “more.txt” was understood as an email address or an employee ID',
    );
    const ids = fileOf([
      ['Employee ID', 'First Name'],
      ['001', 'Ana'],
    ]);
    expect(tryPlan(roster(ANA), ids, { matchBy: 'email' })).toContain(
      'No column of “more.txt” was understood as an email address, so',
    );
  });

  it('has nothing in the columns to match by', () => {
    expect(tryPlan(roster(ANA), file(['', ' ', 'Ana', '']))).toContain(
      'Nobody in “more.txt” has an email address or an employee ID, so',
    );
    const ids = file(['', '001', 'Ana', '']);
    expect(tryPlan(roster(ANA), ids, { matchBy: 'email' })).toContain(
      'Nobody in “more.txt” has an email address, so',
    );
  });

  it('has more people than there is room for', () => {
    const full = emptyRoster();
    for (let index = 0; index < MAX_ROWS - 1; index += 1) appendRow(full, ['', '', `${index}@acme.com`]);
    expect(planHere(full, file(ANA)).added).toHaveLength(1);
    expect(tryPlan(full, file(ANA, BEN))).toContain(
      'the roster would have 500,001 rows, and 500,000 is the most',
    );
  });

  it('has another kind of identifier than the roster', () => {
    const withoutIds = roster(['ana@acme.com', '', 'Ana', '']);
    expect(tryPlan(withoutIds, file(['', '001', 'Ana', '']))).toContain(
      '“more.txt” names people by an employee ID, and nobody in the roster has one',
    );
    expect(tryPlan(roster(['', '001', 'Ana', '']), file(['ana@acme.com', '', 'Ana', '']))).toContain(
      '“more.txt” names people by an email address, and nobody in the roster has one',
    );
    expect(outcomes(readRows([HEADER]).roster, file(['', '001', 'Ana', '']))).toEqual(['new']);
    expect(outcomes(roster(['', '', 'Ana', '']), file(['', '001', 'Ana', '']))).toEqual(['new']);
  });
});
