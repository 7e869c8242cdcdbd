import { AT, type ColumnKey, columns } from '../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import { appendRow, cellAt, emptyRoster, lineOf, type Roster } from '../../../shared/roster/roster.ts';
import { check, type Checker } from '../../../shared/rules/checker.ts';
import type { People } from '../../../shared/rules/messages.ts';
import type { Problem, ProblemCode } from '../../../shared/rules/problem.ts';
import type { Settings } from '../../../shared/rules/settings.ts';

/** The cells of a person that a test cares about. */
export type Cells = Partial<Record<ColumnKey, string>>;

export const OPTIONAL: readonly ColumnKey[] = ['licenseType', 'deactivated', 'photoUrl'];

export const SETTINGS: Settings = {
  today: '2026-06-01',
  dayOrder: null,
  mode: 'create',
  roles: null,
  groups: null,
  team: null,
  template: null,
};

/** Someone with nothing wrong, led by Lea Boss of `rosterOf`. */
export const FINE: Cells = {
  role: 'Team Member',
  canManageTeams: 'n',
  email: 'bob@acme.com',
  firstName: 'Bob',
  lastName: 'Ray',
  phoneChannel: 'y',
  chatChannel: 'n',
  emailChannel: 'n',
  teamLeader: 'lea@acme.com',
};

const BOSS: Cells = {
  ...FINE,
  role: 'Team Leader',
  canManageTeams: 'y',
  email: 'lea@acme.com',
  firstName: 'Lea',
  lastName: 'Boss',
  teamLeader: 'owner@acme.com',
};

/** Lea's own leader, who is in Agent Connect already. */
export const OWNER: TeamMember = {
  email: 'owner@acme.com',
  employeeId: 'OWN1',
  firstName: 'Olga',
  lastName: 'Owner',
  role: 'Admin',
  canManageTeams: true,
  teamLeader: '',
  homeTown: '',
  stateOrCountry: '',
  profile: '',
  phoneChannel: true,
  chatChannel: false,
  emailChannel: false,
  employmentStatus: '',
  startDate: '',
  groups: [],
  licenseType: '',
  deactivated: false,
  photoUrl: '',
};

export function cellsOf(person: Cells): string[] {
  return columns.map((column) => person[column.key] ?? '');
}

/** A roster of Lea, whom all report to (line 2, row 1), and of people who are fine but for what is given (line 3 on). */
export function rosterOf(...people: Cells[]): Roster {
  const roster = emptyRoster({ optional: OPTIONAL, carried: [] });
  appendRow(roster, cellsOf(BOSS));
  people.forEach((person, at) => {
    const own =
      at === 0 ? {} : { email: `person${at}@acme.com`, lastName: `Ray${String.fromCharCode(65 + at)}` };
    appendRow(roster, cellsOf({ ...FINE, ...own, ...person }));
  });
  return roster;
}

export function peopleOf(roster: Roster): People {
  const rowOf = (id: number) => {
    const row = roster.byId.get(id);
    if (row === undefined) throw new Error(`No row ${id}`);
    return row;
  };
  return {
    lineOf: (id) => lineOf(rowOf(id)),
    nameOf: (id) => `${cellAt(rowOf(id), AT.firstName)} ${cellAt(rowOf(id), AT.lastName)}`.trim(),
  };
}

/** The settings of most tests: the owner is known, so that only what a test plants is wrong. */
export function settingsWith(some: Partial<Settings> = {}): Settings {
  return { ...SETTINGS, team: { takenAt: '2026-05-30T08:00:00Z', people: [OWNER], untold: [] }, ...some };
}

/** Checks Lea and some people. */
export function checkPeople(
  people: readonly Cells[],
  some: Partial<Settings> = {},
): { readonly roster: Roster; readonly checker: Checker; readonly people: People } {
  const roster = rosterOf(...people);
  return { roster, checker: check(roster, settingsWith(some)), people: peopleOf(roster) };
}

/** The problems of one person, who is on line 3. */
export function problemsOf(person: Cells, some: Partial<Settings> = {}): readonly Problem[] {
  return checkPeople([person], some).checker.problemsOf(2);
}

/** The first problem of a code that one person has, or undefined. */
export function problemOf(
  code: ProblemCode,
  person: Cells,
  some: Partial<Settings> = {},
): Problem | undefined {
  return problemsOf(person, some).find((problem) => problem.code === code);
}

/** The codes of one person's problems. */
export function codesOf(person: Cells, some: Partial<Settings> = {}): ProblemCode[] {
  return problemsOf(person, some).map((problem) => problem.code);
}
