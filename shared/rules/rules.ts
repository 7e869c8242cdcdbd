import { checkEmploymentStatus, checkLicenseType } from './cell-rules/choices.ts';
import { checkDate, checkDateForm, checkDatePlausibility, checkDateReadings } from './cell-rules/date.ts';
import { checkEmail } from './cell-rules/email.ts';
import { checkDecimal, checkNumberDamage } from './cell-rules/employee-id.ts';
import { checkEscapes } from './cell-rules/escaped-text.ts';
import { checkGroupNames, checkGroupsForm, checkGroupsTwice } from './cell-rules/groups.ts';
import { checkPlaceholder } from './cell-rules/placeholders.ts';
import { checkRole } from './cell-rules/role.ts';
import { checkDamage, checkScripts } from './cell-rules/text-script.ts';
import {
  checkControl,
  checkFormula,
  checkInvisible,
  checkLineBreaks,
  checkRequired,
  checkSpaces,
} from './cell-rules/text.ts';
import { checkDeactivated, checkYesNo } from './cell-rules/yes-no.ts';
import { checkWrapping } from './cell-rules/wrapped-text.ts';
import type { ProblemCode, Severity } from './problem.ts';
import {
  checkHeaderRow,
  HEADER_COLUMNS,
  checkChannels,
  checkExistence,
  checkIdentifiers,
  checkPassword,
} from './row-rules.ts';
import {
  ALL,
  type CellRule,
  DATES,
  FREE_TEXT,
  NOT_SECRET,
  NOT_SECRET_OR_URL,
  ofField,
  ONE_LINE,
  REQUIRED,
  type RosterRule,
  type RowRule,
  VALUES,
} from './rule.ts';
import { REQUIRED_BY_TEMPLATE } from './required-columns.ts';
import type { Settings } from './settings.ts';

/**
 * Every rule, in the order in which the problems of a cell are listed. A problem's sentence stands under the same code
 * in `SENTENCES`. Text that was damaged comes before other text rules: mended first, it may lose their problems too.
 */
export const RULES = {
  'row.header': {
    scope: 'row',
    severity: 'error',
    columns: HEADER_COLUMNS,
    title: 'Column names in place of a person',
    check: checkHeaderRow,
  },
  'deactivated.incomplete': {
    scope: 'roster',
    severity: 'error',
    columns: ['deactivated', 'email', 'employeeId', ...REQUIRED],
    title: 'Deactivated, incomplete',
  },
  required: {
    scope: 'cell',
    severity: 'error',
    columns: [...REQUIRED, ...REQUIRED_BY_TEMPLATE],
    title: 'Required cell is empty',
    check: checkRequired,
  },
  'value.placeholder': {
    scope: 'cell',
    severity: 'error',
    columns: VALUES,
    title: 'A word for no value',
    check: checkPlaceholder,
  },
  'identifier.missing': {
    scope: 'row',
    severity: 'error',
    columns: ['email', 'employeeId'],
    title: 'Neither email nor ID',
    check: checkIdentifiers,
  },
  'channels.none': {
    scope: 'row',
    severity: 'warning',
    columns: ['phoneChannel', 'chatChannel', 'emailChannel'],
    title: 'No channel',
    check: checkChannels,
  },
  'text.damaged': {
    scope: 'cell',
    severity: 'error',
    columns: NOT_SECRET,
    title: 'Damaged characters',
    check: checkDamage,
  },
  'text.escaped': {
    scope: 'cell',
    severity: 'error',
    columns: NOT_SECRET_OR_URL,
    title: 'Escaped characters',
    check: checkEscapes,
  },
  'text.wrapped': {
    scope: 'cell',
    severity: 'warning',
    columns: NOT_SECRET,
    title: 'Wrapped for a spreadsheet',
    check: checkWrapping,
  },
  'yesNo.invalid': {
    scope: 'cell',
    severity: 'error',
    columns: ofField('yesNo', 'deactivated'),
    title: 'Neither y nor n',
    check: checkYesNo,
  },
  'deactivated.no': {
    scope: 'cell',
    severity: 'warning',
    columns: ['deactivated'],
    title: 'An n in Deactivated',
    check: checkDeactivated,
  },
  'email.invalid': {
    scope: 'cell',
    severity: 'error',
    columns: ['email'],
    title: 'Email address not valid',
    check: checkEmail,
  },
  'email.duplicate': {
    scope: 'roster',
    severity: 'error',
    columns: ['email'],
    title: 'Email address on several rows',
  },
  'employeeId.duplicate': {
    scope: 'roster',
    severity: 'error',
    columns: ['employeeId'],
    title: 'Employee ID on several rows',
  },
  'employeeId.numberDamage': {
    scope: 'cell',
    severity: 'error',
    columns: ['employeeId'],
    title: 'Employee ID rounded by a spreadsheet',
    check: checkNumberDamage,
  },
  'employeeId.decimal': {
    scope: 'cell',
    severity: 'warning',
    columns: ['employeeId', 'teamLeader'],
    title: 'ID with .0 at its end',
    check: checkDecimal,
  },
  'employeeId.leadingZeros': {
    scope: 'roster',
    severity: 'warning',
    columns: ['employeeId'],
    title: 'Leading zeros may be missing',
  },
  'role.unknown': {
    scope: 'cell',
    severity: 'error',
    columns: ['role'],
    title: 'No such role',
    check: checkRole,
  },
  'leader.notFound': {
    scope: 'roster',
    severity: ({ team }) => (team === null ? 'warning' : 'error'),
    columns: ['teamLeader', 'email', 'employeeId'],
    title: 'No such Team Leader',
  },
  'leader.cannotManage': {
    scope: 'roster',
    severity: 'error',
    columns: ['teamLeader', 'email', 'employeeId', 'canManageTeams'],
    title: 'Team Leader cannot manage teams',
  },
  'leader.deactivated': {
    scope: 'roster',
    severity: 'warning',
    columns: ['teamLeader', 'email', 'employeeId', 'deactivated'],
    title: 'Team Leader is deactivated',
  },
  'leader.self': {
    scope: 'roster',
    severity: 'error',
    columns: ['teamLeader', 'email', 'employeeId'],
    title: 'Is their own Team Leader',
  },
  'leader.cycle': {
    scope: 'roster',
    severity: 'error',
    columns: ['teamLeader', 'email', 'employeeId'],
    title: 'Team Leaders in a circle',
  },
  'leader.ambiguous': {
    scope: 'roster',
    severity: 'error',
    columns: ['teamLeader', 'email', 'employeeId'],
    title: 'Team Leader could be several people',
  },
  'employmentStatus.invalid': {
    scope: 'cell',
    severity: 'error',
    columns: ['employmentStatus'],
    title: 'Employment status not valid',
    check: checkEmploymentStatus,
  },
  'date.invalid': {
    scope: 'cell',
    severity: 'error',
    columns: DATES,
    title: 'No such date',
    check: checkDate,
  },
  'date.ambiguous': {
    scope: 'cell',
    severity: 'warning',
    columns: DATES,
    title: 'Could be two dates',
    check: checkDateReadings,
  },
  'date.format': {
    scope: 'cell',
    severity: 'warning',
    columns: DATES,
    title: 'Date in another form',
    check: checkDateForm,
  },
  'date.implausible': {
    scope: 'cell',
    severity: 'warning',
    columns: DATES,
    title: 'Unlikely date',
    check: checkDatePlausibility,
  },
  'groups.malformed': {
    scope: 'cell',
    severity: 'error',
    columns: ['groups'],
    title: 'Groups not in braces',
    check: checkGroupsForm,
  },
  'groups.duplicate': {
    scope: 'cell',
    severity: 'warning',
    columns: ['groups'],
    title: 'Group listed twice',
    check: checkGroupsTwice,
  },
  'groups.unknown': {
    scope: 'cell',
    severity: 'error',
    columns: ['groups'],
    title: 'No such group',
    check: checkGroupNames,
  },
  'licenseType.invalid': {
    scope: 'cell',
    severity: 'error',
    columns: ['licenseType'],
    title: 'License type not valid',
    check: checkLicenseType,
  },
  'text.control': {
    scope: 'cell',
    severity: 'error',
    columns: ALL,
    title: 'Control characters',
    check: checkControl,
  },
  'text.invisible': {
    scope: 'cell',
    severity: 'warning',
    columns: ALL,
    title: 'Invisible characters',
    check: checkInvisible,
  },
  'text.lineBreak': {
    scope: 'cell',
    severity: 'warning',
    columns: ONE_LINE,
    title: 'Line breaks',
    check: checkLineBreaks,
  },
  'text.spaces': {
    scope: 'cell',
    severity: 'warning',
    columns: ALL,
    title: 'Extra spaces',
    check: checkSpaces,
  },
  'text.mixedScript': {
    scope: 'cell',
    severity: 'warning',
    columns: NOT_SECRET,
    title: 'Look-alike letters',
    check: checkScripts,
  },
  'text.formula': {
    scope: 'cell',
    severity: 'warning',
    columns: FREE_TEXT,
    title: 'Looks like a formula',
    check: checkFormula,
  },
  'password.weak': {
    scope: 'row',
    severity: 'warning',
    columns: ['temporaryPassword', 'firstName', 'lastName', 'email'],
    title: 'Weak temporary password',
    check: checkPassword,
  },
  'password.shared': {
    scope: 'roster',
    severity: 'warning',
    columns: ['temporaryPassword'],
    title: 'Temporary password on several rows',
  },
  'person.exists': {
    scope: 'row',
    severity: 'error',
    columns: ['email', 'employeeId'],
    title: 'Already in Agent Connect',
    check: checkExistence,
  },
  'person.twice': {
    scope: 'roster',
    severity: 'warning',
    columns: ['firstName', 'lastName', 'teamLeader'],
    title: 'Same person twice',
  },
  'person.unknown': {
    scope: 'roster',
    severity: 'warning',
    columns: ['email', 'employeeId'],
    title: 'Not in Agent Connect',
  },
  'person.twoPeople': {
    scope: 'roster',
    severity: 'error',
    columns: ['email', 'employeeId'],
    title: 'Email address and ID of two people',
  },
  'manager.reassigned': {
    scope: 'roster',
    severity: 'error',
    columns: ['teamLeader', 'email', 'employeeId'],
    title: 'Manager moved to another Team Leader',
  },
  'manager.deactivated': {
    scope: 'roster',
    severity: 'error',
    columns: ['deactivated', 'email', 'employeeId'],
    title: 'Manager cannot be deactivated in bulk',
  },
  'manager.demoted': {
    scope: 'roster',
    severity: 'warning',
    columns: ['canManageTeams', 'email', 'employeeId'],
    title: 'Can Manage Teams cannot be taken back',
  },
} as const satisfies Record<ProblemCode, CellRule | RowRule | RosterRule>;

/** The codes in the order of the table. */
export const RULE_CODES: readonly ProblemCode[] = Object.keys(RULES).filter(isCode);

function isCode(text: string): text is ProblemCode {
  return Object.hasOwn(RULES, text);
}

/** The rule of a code. */
export function ruleOf(code: ProblemCode): CellRule | RowRule | RosterRule {
  return RULES[code];
}

/** How grave a problem of a code is, given what is known. */
export function severityOf(code: ProblemCode, settings: Settings): Severity {
  const { severity } = ruleOf(code);
  return typeof severity === 'function' ? severity(settings) : severity;
}
