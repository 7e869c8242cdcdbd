import { describe, expect, it } from 'vitest';
import {
  blockSentences,
  changeWords,
  holdSentence,
  reasonSentences,
  seatParts,
} from '../../../../shared/upload/plan/plan-sentences.ts';
import type { HoldReason, PlannedRow } from '../../../../shared/upload/plan/upload-plan.ts';
import { OWNER, peopleOf, rosterOf } from '../../rules/build-roster.ts';

/** Lea Boss stands first, in line 2, and Bob Ray below her. */
const ROSTER = rosterOf({ teamLeader: 'L7' });
const PEOPLE = peopleOf(ROSTER);
const [LEA = 0, BOB = 0] = ROSTER.rows.map(({ id }) => id);

describe('why a row is blocked', () => {
  it('is said for each cell that no request can hold', () => {
    expect(blockSentences({ kind: 'unsendable', columns: ['photoUrl', 'startDate'] }, PEOPLE)).toEqual([
      'Agent Connect’s API does not take what stands in Photo URL. Give an https address, or empty the cell.',
      'Agent Connect’s API does not take what stands in Start Date. Correct it, or empty the cell.',
    ]);
  });

  it('names who is meant in Agent Connect, by what is known of them', () => {
    const said = (byEmail: typeof OWNER) =>
      blockSentences({ kind: 'twoPeople', byEmail, byId: OWNER }, PEOPLE)[0];
    expect(said(OWNER)).toBe(
      'The email address is that of “Olga Owner” in Agent Connect, the employee ID that of “Olga Owner”. Correct the one that is wrong.',
    );
    const nameless = { ...OWNER, firstName: '', lastName: '' };
    expect(said(nameless)).toContain('that of “owner@acme.com” in');
    expect(said({ ...nameless, email: '' })).toContain('that of “OWN1” in');
    expect(said({ ...nameless, lastName: 'Owner' })).toContain('that of “Owner” in');
  });

  it('names the other rows, and what to do about nobody', () => {
    expect(blockSentences({ kind: 'samePerson', rows: [BOB] }, PEOPLE)).toEqual([
      'This is the same person in Agent Connect as line 3. Keep one of the rows.',
    ]);
    expect(blockSentences({ kind: 'nobodyToDeactivate' }, PEOPLE)).toHaveLength(1);
  });
});

describe('why a row is held', () => {
  const held = (reason: HoldReason, leader: number | null = LEA, row = BOB): string =>
    holdSentence({ kind: 'held', row, reason, leader }, ROSTER, PEOPLE);

  it('names the leader of the roster, and one that is in no row by the reference', () => {
    expect(held('blocked')).toBe('The Team Leader, Lea Boss (line 2), is blocked. Fix that row first.');
    expect(held('held')).toBe('The Team Leader, Lea Boss (line 2), is held as well.');
    expect(held('held', null)).toBe('The Team Leader, “L7”, is held as well.');
    expect(held('cannotManage')).toMatch(/^The Team Leader, Lea Boss \(line 2\), cannot manage teams/);
    expect(held('noEmail')).toMatch(/^The Team Leader, Lea Boss \(line 2\), has no email address/);
    expect(held('notFound', null)).toBe(
      'Nobody in the roster or in the current team is the Team Leader “L7”. Choose another.',
    );
    expect(held('notFound', null, 999)).toContain('the Team Leader “”.');
  });
});

describe('the reasons of a row', () => {
  const known = { row: BOB, member: OWNER };
  const sending = { wave: 1, leader: null };

  it('are its own, and that somebody stays a manager', () => {
    const said = (planned: PlannedRow) => reasonSentences(planned, ROSTER, PEOPLE);
    expect(said({ kind: 'create', row: BOB, ...sending })).toEqual([]);
    expect(said({ kind: 'blocked', row: BOB, block: { kind: 'nobodyToDeactivate' } })).toHaveLength(1);
    expect(said({ kind: 'held', row: BOB, reason: 'held', leader: LEA })).toHaveLength(1);
    expect(said({ kind: 'exists', ...known, staysManager: false })).toEqual([]);
    expect(said({ kind: 'changed', changes: [], ...known, ...sending, staysManager: false })).toEqual([]);
    const stays = ['They manage teams, and Agent Connect never takes that back: “n” is not sent.'];
    expect(said({ kind: 'exists', ...known, staysManager: true })).toEqual(stays);
    expect(said({ kind: 'changed', changes: [], ...known, ...sending, staysManager: true })).toEqual(stays);
  });
});

describe('a change in a few words', () => {
  it('says what was, what will be, and what cannot be undone', () => {
    const change = { column: 'role', from: 'Agent', to: 'Admin', permanent: false } as const;
    expect(changeWords(change)).toBe('Role: Agent → Admin');
    expect(changeWords({ ...change, from: null })).toBe('Role: (not known) → Admin');
    expect(changeWords({ ...change, from: '', permanent: true })).toBe(
      'Role: (empty) → Admin (cannot be undone)',
    );
  });
});

describe('the seats of a license', () => {
  it('say how many come and go, and how many there are where that says something', () => {
    expect(seatParts({ license: 'Full', inUse: 1200, added: 1500 })).toEqual([
      'Full',
      '+1,500',
      '1,200 in use now',
    ]);
    expect(seatParts({ license: 'Full', inUse: 0, added: 0 })).toEqual(['Full', '+0', '0 in use now']);
    expect(seatParts({ license: null, inUse: 0, added: -2 })).toEqual(['no license type', '−2']);
    expect(seatParts({ license: null, inUse: 1, added: -2 })).toHaveLength(3);
    expect(seatParts({ license: 'Full', inUse: null, added: 1 })).toEqual(['Full', '+1']);
  });
});
