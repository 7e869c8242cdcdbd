import { AT, type ColumnKey } from '../person/catalogue.ts';
import { SHORTEST_NAME_IN_PASSWORD, SHORTEST_PASSWORD } from './assumptions.ts';
import { cleaned, isBlank } from './cell-rules/clean-text.ts';
import { columnNamed } from '../person/match-headers.ts';
import { emailKey } from './cell-rules/email.ts';
import { idKey } from './cell-rules/employee-id.ts';
import { yesNoMeaning } from './cell-rules/yes-no.ts';
import type { RowId } from '../roster/roster.ts';
import type { FactsByCode } from './facts.ts';
import type { Fix, ProblemCode } from './problem.ts';
import type { Settings } from './settings.ts';
import type { TeamIndex } from './team-index.ts';

interface RowFindingOf<Code extends ProblemCode> {
  readonly code: Code;
  readonly column: ColumnKey | null;
  readonly facts: FactsByCode[Code];
  /** Worked out for a row when they are asked for, where that takes time. */
  readonly fixes: readonly Fix[] | ((row: RowId) => readonly Fix[]);
}

/** What a rule found in a row or in how it stands among the others. */
export type RowFinding = { [Code in ProblemCode]: RowFindingOf<Code> }[ProblemCode];

/** What row rules may know beside the row. */
export interface RowContext {
  readonly settings: Settings;
  readonly team: TeamIndex;
}

/** Looks at the cells of one row together. */
export type RowCheck = (cells: readonly string[], context: RowContext) => RowFinding | null;

function textAt(cells: readonly string[], position: number): string {
  return cells[position] ?? '';
}

/** `identifier.missing`: neither an email address nor an ID. */
export const checkIdentifiers: RowCheck = (cells) =>
  isBlank(textAt(cells, AT.email)) && isBlank(textAt(cells, AT.employeeId))
    ? { code: 'identifier.missing', column: null, facts: {}, fixes: [] }
    : null;

/** The columns whose names tell a header among people. */
export const HEADER_COLUMNS: readonly ColumnKey[] = [
  ...(['role', 'canManageTeams', 'email', 'employeeId', 'firstName', 'lastName', 'teamLeader'] as const),
];

/** Columns that a row names in their own cells to be a header: a role may be called “Team Leader”. */
const MIN_NAMED = 3;

/** `row.header`: a header that stands among the people, as where lists were put one below the other. */
export const checkHeaderRow: RowCheck = (cells) => {
  // What most people have is no name of a column, and that is seen without comparing any.
  if (textAt(cells, AT.email).includes('@') || yesNoMeaning(textAt(cells, AT.canManageTeams)) !== null)
    return null;
  const named = HEADER_COLUMNS.filter((key) => columnNamed(textAt(cells, AT[key])) === key);
  if (named.length < MIN_NAMED) return null;
  const fixes = (row: RowId): readonly Fix[] => [{ safe: false, changes: [], removes: [row] }];
  return { code: 'row.header', column: null, facts: {}, fixes };
};

/** `channels.none`: phone, chat and email are all `n`, in whatever words. */
export const checkChannels: RowCheck = (cells) =>
  yesNoMeaning(textAt(cells, AT.phoneChannel)) === 'n' &&
  yesNoMeaning(textAt(cells, AT.chatChannel)) === 'n' &&
  yesNoMeaning(textAt(cells, AT.emailChannel)) === 'n'
    ? { code: 'channels.none', column: null, facts: {}, fixes: [] }
    : null;

/** `password.weak`: short, or with the person's own name or email name in it. */
export const checkPassword: RowCheck = (cells) => {
  const password = cleaned(textAt(cells, AT.temporaryPassword));
  if (password === '') return null;
  const reason = weakness(password, cells);
  return reason === null
    ? null
    : { code: 'password.weak', column: 'temporaryPassword', facts: { reason }, fixes: [] };
};

function weakness(password: string, cells: readonly string[]): 'short' | 'name' | 'emailName' | null {
  if (password.length < SHORTEST_PASSWORD) return 'short';
  const lower = password.toLowerCase();
  // A name only grows in lower case, so one that is longer than the password need not be looked for.
  const holds = (name: string): boolean =>
    name.length >= SHORTEST_NAME_IN_PASSWORD &&
    name.length <= lower.length &&
    lower.includes(name.toLowerCase());
  if (holds(cleaned(textAt(cells, AT.firstName))) || holds(cleaned(textAt(cells, AT.lastName))))
    return 'name';
  const email = textAt(cells, AT.email);
  const at = email.indexOf('@');
  return at > 0 && holds(cleaned(email.slice(0, at))) ? 'emailName' : null;
}

/** `person.exists`: a row that is to create someone whom Agent Connect has already. */
export const checkExistence: RowCheck = (cells, { settings, team }) => {
  if (settings.mode !== 'create' || settings.team === null) return null;
  return existsBy('email', cells, team) ?? existsBy('employeeId', cells, team);
};

function existsBy(by: 'email' | 'employeeId', cells: readonly string[], team: TeamIndex): RowFinding | null {
  const typed = textAt(cells, AT[by]);
  if (typed === '') return null;
  const [member] = by === 'email' ? team.byEmail(emailKey(typed)) : team.byId(idKey(typed));
  if (member === undefined) return null;
  const name = `${member.firstName} ${member.lastName}`.trim();
  return { code: 'person.exists', column: by, facts: { value: cleaned(typed), by, name }, fixes: [] };
}
