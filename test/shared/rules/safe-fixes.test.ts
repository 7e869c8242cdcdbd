import { describe, expect, it } from 'vitest';
import { AT, keyAt } from '../../../shared/person/catalogue.ts';
import { applyChange, isNothing } from '../../../shared/roster/change.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import {
  countSafeFixes,
  fixChange,
  fixesAlike,
  safeFixes as fixing,
} from '../../../shared/rules/safe-fixes.ts';
import { atOnce } from '../roster/at-once.ts';
import { type Cells, checkPeople } from './build-roster.ts';

const safeFixes = atOnce(fixing);

const MESSY: Cells = {
  role: 'team  member',
  canManageTeams: 'No',
  email: ' mailto:bob@acme.com ',
  firstName: ' JosÃ©\u200b',
  homeTown: 'New\u00a0 York\n',
  phoneChannel: 'Yes',
  startDate: '15 March 2026',
  employmentStatus: 'FT',
  groups: 'support,  Support',
};
const KNOWN = { roles: ['Team Member', 'Team Leader'], groups: ['Support'] };

function mend(person: Cells, filter?: Parameters<typeof safeFixes>[2]): Readonly<Record<string, string>> {
  const { roster, checker } = checkPeople([person], KNOWN);
  const change = safeFixes(roster, checker, filter);
  return Object.fromEntries(change.cells.map(({ position, to }) => [String(keyAt(position)), to]));
}

describe('safe fixes', () => {
  it('mend all that is surely mendable, several slips of one cell together', () => {
    expect(mend(MESSY)).toEqual({
      role: 'Team Member',
      canManageTeams: 'n',
      email: 'bob@acme.com',
      firstName: 'José',
      homeTown: 'New York',
      phoneChannel: 'y',
      startDate: '2026-03-15',
      employmentStatus: 'Full Time',
      groups: '{Support}',
    });
  });

  it('leave nothing safe to do and no problem that they could have mended', () => {
    const { roster, checker } = checkPeople([MESSY], KNOWN);
    const change = safeFixes(roster, checker);
    finish(applyChange(roster, change));
    expect(checker.recheck(change)).toEqual(new Set([2]));
    expect(checker.problemsOf(2)).toEqual([]);
    expect(countSafeFixes(checker)).toBe(0);
    expect(isNothing(safeFixes(roster, checker))).toBe(true);
  });

  it('are counted by problem', () => {
    const { checker } = checkPeople([MESSY], KNOWN);
    const all = checker.problemsOf(2).filter((problem) => problem.fixes.some(({ safe }) => safe));
    expect(all.length).toBeGreaterThan(12);
    expect(countSafeFixes(checker)).toBe(all.length);
  });

  it('can be those of one kind, or of some rows', () => {
    expect(mend({ ...MESSY, role: 'Team Member' }, { code: 'text.spaces' })).toEqual({
      email: 'mailto:bob@acme.com',
      homeTown: 'New York\n',
      groups: 'support, Support',
    });
    expect(mend(MESSY, { rows: new Set([1]) })).toEqual({});
  });

  it('never guess', () => {
    const guesses: Cells = {
      email: 'bob@gmial.com',
      startDate: '03/04/2026',
      teamLeader: 'lae@acme.com',
      groups: '{Suport}',
    };
    expect(mend({ ...guesses, role: 'Team Member' }, { rows: new Set([2]) })).toEqual({});
  });

  it('fixesAlike empties every word for no value that may be empty, and nothing else', () => {
    const { roster, checker } = checkPeople([
      { homeTown: 'N/A', employmentStatus: 'FT' },
      { homeTown: 'n/a', teamLeader: 'N/A' },
    ]);
    const change = atOnce(fixesAlike)(roster, checker, 'value.placeholder');
    expect(change.cells).toEqual([
      { row: 2, position: AT.homeTown, from: 'N/A', to: '' },
      { row: 3, position: AT.homeTown, from: 'n/a', to: '' },
    ]);
  });

  it('fixChange turns one fix into a change that fits the roster', () => {
    const { roster, checker } = checkPeople([{ canManageTeams: 'n' }, { teamLeader: 'bob@acme.com' }]);
    const fix = checker.problemsOf(3)[0]?.fixes[0];
    const change = fix && fixChange(roster, fix);
    expect(change?.cells).toEqual([{ row: 2, position: AT.canManageTeams, from: 'n', to: 'y' }]);
  });
});
