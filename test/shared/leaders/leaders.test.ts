import { describe, expect, it } from 'vitest';
import { AT } from '../../../shared/person/catalogue.ts';
import {
  applyLeaders,
  type ChosenLeader,
  chosenBy,
  outcomeOf,
} from '../../../shared/leaders/apply-leaders.ts';
import { type LeaderPlan, planLeaders } from '../../../shared/leaders/plan-leaders.ts';
import { applyChange } from '../../../shared/roster/change.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check, type Checker } from '../../../shared/rules/checker.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { makeRoster } from '../roster/make-roster.ts';
import { OWNER, SETTINGS, settingsWith } from '../rules/build-roster.ts';

type People = Parameters<typeof makeRoster>[0];

function planned(
  people: People,
  settings: Settings = SETTINGS,
): { roster: Roster; checker: Checker; plan: LeaderPlan } {
  const roster = makeRoster(people);
  const checker = check(roster, settings);
  return { roster, checker, plan: finish(planLeaders(roster, checker)) };
}

/** Each line as “kind text ×rows: first and last name of the candidates (reason)”. */
function said({ lines }: LeaderPlan): string[] {
  return lines.map(({ kind, text, rows, candidates }) => {
    const who = candidates.map(({ person, reason }) => `${person.firstName} ${person.lastName} (${reason})`);
    return `${kind} ${text} ×${rows.length}: ${who.join(', ')}`.trim();
  });
}

const leadersOf = (roster: Roster): string[] => roster.rows.map((row) => cellAt(row, AT.teamLeader));
const managing = (roster: Roster): string[] => roster.rows.map((row) => cellAt(row, AT.canManageTeams));

/** What the export of a directory, of a data frame and of a spreadsheet have in Team Leader. */
const MARA = { firstName: 'Mara', lastName: 'Quill', email: 'mara@example.com', employeeId: '000123' };
const PEOPLE = [
  { ...MARA, canManageTeams: 'y', teamLeader: 'top@example.com' },
  {
    firstName: 'Ivo',
    lastName: 'Bann',
    email: 'ivo@example.com',
    teamLeader: 'Mara Quill<mara@example.com>',
  },
  { firstName: 'B', lastName: 'B', email: 'b@example.com', teamLeader: 'mailto:mara@example.com' },
  { firstName: 'C', lastName: 'C', email: 'c@example.com', teamLeader: 'Mara Quill (000123)' },
  {
    firstName: 'D',
    lastName: 'D',
    email: 'd@example.com',
    teamLeader: 'CN=Mara Quill,OU=Staff,DC=example,DC=com',
  },
  { firstName: 'E', lastName: 'E', email: 'e@example.com', teamLeader: '123' },
  { firstName: 'F', lastName: 'F', email: 'f@example.com', teamLeader: '123' },
  { firstName: 'G', lastName: 'G', email: 'g@example.com', teamLeader: 'M. Quill' },
  { firstName: 'H', lastName: 'H', email: 'h@example.com', teamLeader: '' },
  { firstName: 'I', lastName: 'I', email: 'i@example.com', teamLeader: 'mara@example.com' },
];

describe('planLeaders', () => {
  it('has a line for each distinct reference, the doubtful ones first, and only counts what is right', () => {
    const { plan } = planned(PEOPLE);
    expect(said(plan)).toEqual([
      'doubtful M. Quill ×1: Mara Quill (initials)',
      'unknown top@example.com ×1:',
      'none  ×1:',
      'sure 123 ×2: Mara Quill (idZeros)',
      'sure CN=Mara Quill,OU=Staff,DC=example,DC=com ×1: Mara Quill (name)',
      'sure Mara Quill (000123) ×1: Mara Quill (idInside)',
      'sure Mara Quill<mara@example.com> ×1: Mara Quill (emailInside)',
      'sure mailto:mara@example.com ×1: Mara Quill (emailInside)',
    ]);
    expect(plan.fine).toBe(1);
  });

  it('has whom a reference names who cannot manage teams yet', () => {
    const plain = [
      { ...MARA, canManageTeams: 'n' },
      { firstName: 'Ivo', teamLeader: 'mara@example.com' },
    ];
    expect(said(planned(plain).plan)[1]).toBe('named mara@example.com ×1: Mara Quill (email)');
  });

  it('takes N/A for no leader', () => {
    const { plan } = planned([{ ...MARA, canManageTeams: 'y', teamLeader: 'N/A' }]);
    expect(said(plan)).toEqual(['none  ×1:']);
  });

  it('proposes those of the current team to whom has no leader, first those whom nobody leads there', () => {
    const settings = settingsWith({
      team: {
        takenAt: '2026-05-30T08:00:00Z',
        people: [
          { ...OWNER, firstName: 'Cy', email: 'cy@acme.com', employeeId: '', teamLeader: 'owner@acme.com' },
          OWNER,
          { ...OWNER, firstName: 'No', email: 'no@acme.com', employeeId: '', canManageTeams: false },
          { ...OWNER, firstName: 'Gone', email: 'gone@acme.com', employeeId: '', deactivated: true },
        ],
        untold: [],
      },
    });
    expect(said(planned([{ firstName: 'Ivo', teamLeader: '' }], settings).plan)).toEqual([
      'none  ×1: Olga Owner (email), Cy Owner (email)',
    ]);
  });
});

it('has no line for those without a leader in a bulk update, which leaves theirs as it is', () => {
  const settings = settingsWith({ mode: 'update' });
  expect(planned([{ firstName: 'Ivo', teamLeader: '' }], settings).plan.lines).toEqual([]);
});

describe('applyLeaders', () => {
  const carriedOut = (
    people: People,
    choices = new Map<string, ChosenLeader | null>(),
    letThem = true,
  ): Roster => {
    const { roster, plan } = planned(people);
    finish(applyChange(roster, finish(applyLeaders(roster, plan, choices, letThem))));
    return roster;
  };

  it('names the sure ones by address, and by ID where the reference was one', () => {
    expect(leadersOf(carriedOut(PEOPLE))).toEqual([
      'top@example.com',
      ...Array.from({ length: 4 }, () => 'mara@example.com'),
      ...['000123', '000123', 'M. Quill', '', 'mara@example.com'],
    ]);
  });

  it('lets those lead who are named and cannot yet, but not where that is not wanted', () => {
    const people = [
      { ...MARA, canManageTeams: 'n' },
      {
        firstName: 'Ivo',
        lastName: 'Bann',
        email: 'ivo@example.com',
        canManageTeams: '',
        teamLeader: 'Quill, Mara',
      },
      { firstName: 'Una', teamLeader: 'ivo@example.com' },
    ];
    expect(managing(carriedOut(people))).toEqual(['y', 'y', '']);
    expect(managing(carriedOut(people, new Map(), false))).toEqual(['n', '', '']);
    const { plan } = planned(people);
    expect(outcomeOf(plan, new Map())).toEqual({ references: 1, rows: 1, lets: [1, 2], left: 1 });
  });

  it('gives all twins what was chosen, leaves what shall stay, and makes nobody lead themself', () => {
    const people = [
      { ...MARA, canManageTeams: 'y', teamLeader: '' },
      { firstName: 'Ivo', email: 'ivo@example.com', teamLeader: '' },
      { firstName: 'Una', email: 'una@example.com', teamLeader: 'Quill, Mara' },
      { firstName: 'Ula', email: 'ula@example.com', teamLeader: 'M. Quill' },
      { firstName: 'Uta', email: 'uta@example.com', teamLeader: 'M. Quill' },
    ];
    const [doubtful] = planned(people).plan.lines;
    const match = doubtful?.candidates[0];
    if (match === undefined) throw new Error('Nobody is proposed');
    const mara = chosenBy(match);
    const choices = new Map([
      ['', mara],
      ['M. Quill', mara],
      ['Quill, Mara', null],
    ]);
    expect(leadersOf(carriedOut(people, choices))).toEqual([
      '',
      'mara@example.com',
      'Quill, Mara',
      'mara@example.com',
      'mara@example.com',
    ]);
  });

  it('leaves no leader unknown whose ID a data frame has turned into a fraction', () => {
    const people = [
      { ...MARA, employeeId: '1001.0', canManageTeams: 'y', teamLeader: 'mara@example.com' },
      { firstName: 'Ivo', email: 'ivo@example.com', employeeId: '1002.0', teamLeader: '1001' },
    ];
    const roster = carriedOut(people);
    expect(leadersOf(roster)[1]).toBe('1001');
    const { counts } = check(roster, SETTINGS);
    expect(counts.byCode.has('leader.notFound')).toBe(false);
  });
});
