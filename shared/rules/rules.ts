import { lookAtEmploymentStatus, lookAtLicenseType } from './cell-rules/choices.ts';
import { lookAtDate, lookAtDateForm, lookAtDatePlausibility, lookAtDateReadings } from './cell-rules/date.ts';
import { lookAtEmail } from './cell-rules/email.ts';
import { checkDecimal, lookAtNumberDamage } from './cell-rules/employee-id.ts';
import { checkEscapes } from './cell-rules/escaped-text.ts';
import { lookAtGroupNames, lookAtGroupsForm, lookAtGroupsTwice } from './cell-rules/groups.ts';
import { checkPlaceholder } from './cell-rules/placeholders.ts';
import { lookAtRole } from './cell-rules/role.ts';
import { lookAtDamage, lookAtScripts } from './cell-rules/text-script.ts';
import {
  lookAtControl,
  lookAtFormula,
  lookAtInvisible,
  lookAtLineBreaks,
  lookAtRequired,
  lookAtSpaces,
} from './cell-rules/text.ts';
import { lookAtDeactivated, lookAtYesNo } from './cell-rules/yes-no.ts';
import { checkWrapping } from './cell-rules/wrapped-text.ts';
import type { ProblemCode, Severity } from './problem.ts';
import {
  checkHeaderRow,
  HEADER_COLUMNS,
  lookAtChannels,
  lookAtExistence,
  lookAtIdentifiers,
  lookAtPassword,
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
    looksAt: HEADER_COLUMNS,
    title: 'Column names in place of a person',
    look: checkHeaderRow,
  },
  'deactivated.incomplete': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['deactivated', 'email', 'employeeId', ...REQUIRED],
    title: 'Deactivated, incomplete',
  },
  required: {
    scope: 'cell',
    severity: 'error',
    looksAt: [...REQUIRED, ...REQUIRED_BY_TEMPLATE],
    title: 'Required cell is empty',
    look: lookAtRequired,
  },
  'value.placeholder': {
    scope: 'cell',
    severity: 'error',
    looksAt: VALUES,
    title: 'A word for no value',
    look: checkPlaceholder,
  },
  'identifier.missing': {
    scope: 'row',
    severity: 'error',
    looksAt: ['email', 'employeeId'],
    title: 'Neither email nor ID',
    look: lookAtIdentifiers,
  },
  'channels.none': {
    scope: 'row',
    severity: 'warning',
    looksAt: ['phoneChannel', 'chatChannel', 'emailChannel'],
    title: 'No channel',
    look: lookAtChannels,
  },
  'text.damaged': {
    scope: 'cell',
    severity: 'error',
    looksAt: NOT_SECRET,
    title: 'Damaged characters',
    look: lookAtDamage,
  },
  'text.escaped': {
    scope: 'cell',
    severity: 'error',
    looksAt: NOT_SECRET_OR_URL,
    title: 'Escaped characters',
    look: checkEscapes,
  },
  'text.wrapped': {
    scope: 'cell',
    severity: 'warning',
    looksAt: NOT_SECRET,
    title: 'Wrapped for a spreadsheet',
    look: checkWrapping,
  },
  'yesNo.invalid': {
    scope: 'cell',
    severity: 'error',
    looksAt: ofField('yesNo', 'deactivated'),
    title: 'Neither y nor n',
    look: lookAtYesNo,
  },
  'deactivated.no': {
    scope: 'cell',
    severity: 'warning',
    looksAt: ['deactivated'],
    title: 'An n in Deactivated',
    look: lookAtDeactivated,
  },
  'email.invalid': {
    scope: 'cell',
    severity: 'error',
    looksAt: ['email'],
    title: 'Email address not valid',
    look: lookAtEmail,
  },
  'email.duplicate': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['email'],
    title: 'Email address on several rows',
  },
  'employeeId.duplicate': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['employeeId'],
    title: 'Employee ID on several rows',
  },
  'employeeId.numberDamage': {
    scope: 'cell',
    severity: 'error',
    looksAt: ['employeeId'],
    title: 'Employee ID rounded by a spreadsheet',
    look: lookAtNumberDamage,
  },
  'employeeId.decimal': {
    scope: 'cell',
    severity: 'warning',
    looksAt: ['employeeId', 'teamLeader'],
    title: 'ID with .0 at its end',
    look: checkDecimal,
  },
  'employeeId.leadingZeros': {
    scope: 'roster',
    severity: 'warning',
    looksAt: ['employeeId'],
    title: 'Leading zeros may be missing',
  },
  'role.unknown': {
    scope: 'cell',
    severity: 'error',
    looksAt: ['role'],
    title: 'No such role',
    look: lookAtRole,
  },
  'leader.notFound': {
    scope: 'roster',
    severity: ({ team }) => (team === null ? 'warning' : 'error'),
    looksAt: ['teamLeader', 'email', 'employeeId'],
    title: 'No such Team Leader',
  },
  'leader.cannotManage': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['teamLeader', 'email', 'employeeId', 'canManageTeams'],
    title: 'Team Leader cannot manage teams',
  },
  'leader.deactivated': {
    scope: 'roster',
    severity: 'warning',
    looksAt: ['teamLeader', 'email', 'employeeId', 'deactivated'],
    title: 'Team Leader is deactivated',
  },
  'leader.self': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['teamLeader', 'email', 'employeeId'],
    title: 'Is their own Team Leader',
  },
  'leader.cycle': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['teamLeader', 'email', 'employeeId'],
    title: 'Team Leaders in a circle',
  },
  'leader.ambiguous': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['teamLeader', 'email', 'employeeId'],
    title: 'Team Leader could be several people',
  },
  'employmentStatus.invalid': {
    scope: 'cell',
    severity: 'error',
    looksAt: ['employmentStatus'],
    title: 'Employment status not valid',
    look: lookAtEmploymentStatus,
  },
  'date.invalid': {
    scope: 'cell',
    severity: 'error',
    looksAt: DATES,
    title: 'No such date',
    look: lookAtDate,
  },
  'date.ambiguous': {
    scope: 'cell',
    severity: 'warning',
    looksAt: DATES,
    title: 'Could be two dates',
    look: lookAtDateReadings,
  },
  'date.format': {
    scope: 'cell',
    severity: 'warning',
    looksAt: DATES,
    title: 'Date in another form',
    look: lookAtDateForm,
  },
  'date.implausible': {
    scope: 'cell',
    severity: 'warning',
    looksAt: DATES,
    title: 'Unlikely date',
    look: lookAtDatePlausibility,
  },
  'groups.malformed': {
    scope: 'cell',
    severity: 'error',
    looksAt: ['groups'],
    title: 'Groups not in braces',
    look: lookAtGroupsForm,
  },
  'groups.duplicate': {
    scope: 'cell',
    severity: 'warning',
    looksAt: ['groups'],
    title: 'Group listed twice',
    look: lookAtGroupsTwice,
  },
  'groups.unknown': {
    scope: 'cell',
    severity: 'error',
    looksAt: ['groups'],
    title: 'No such group',
    look: lookAtGroupNames,
  },
  'licenseType.invalid': {
    scope: 'cell',
    severity: 'error',
    looksAt: ['licenseType'],
    title: 'License type not valid',
    look: lookAtLicenseType,
  },
  'text.control': {
    scope: 'cell',
    severity: 'error',
    looksAt: ALL,
    title: 'Control characters',
    look: lookAtControl,
  },
  'text.invisible': {
    scope: 'cell',
    severity: 'warning',
    looksAt: ALL,
    title: 'Invisible characters',
    look: lookAtInvisible,
  },
  'text.lineBreak': {
    scope: 'cell',
    severity: 'warning',
    looksAt: ONE_LINE,
    title: 'Line breaks',
    look: lookAtLineBreaks,
  },
  'text.spaces': {
    scope: 'cell',
    severity: 'warning',
    looksAt: ALL,
    title: 'Extra spaces',
    look: lookAtSpaces,
  },
  'text.mixedScript': {
    scope: 'cell',
    severity: 'warning',
    looksAt: NOT_SECRET,
    title: 'Look-alike letters',
    look: lookAtScripts,
  },
  'text.formula': {
    scope: 'cell',
    severity: 'warning',
    looksAt: FREE_TEXT,
    title: 'Looks like a formula',
    look: lookAtFormula,
  },
  'password.weak': {
    scope: 'row',
    severity: 'warning',
    looksAt: ['temporaryPassword', 'firstName', 'lastName', 'email'],
    title: 'Weak temporary password',
    look: lookAtPassword,
  },
  'password.shared': {
    scope: 'roster',
    severity: 'warning',
    looksAt: ['temporaryPassword'],
    title: 'Temporary password on several rows',
  },
  'person.exists': {
    scope: 'row',
    severity: 'error',
    looksAt: ['email', 'employeeId'],
    title: 'Already in Agent Connect',
    look: lookAtExistence,
  },
  'person.twice': {
    scope: 'roster',
    severity: 'warning',
    looksAt: ['firstName', 'lastName', 'teamLeader'],
    title: 'Same person twice',
  },
  'person.unknown': {
    scope: 'roster',
    severity: 'warning',
    looksAt: ['email', 'employeeId'],
    title: 'Not in Agent Connect',
  },
  'person.twoPeople': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['email', 'employeeId'],
    title: 'Email address and ID of two people',
  },
  'manager.reassigned': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['teamLeader', 'email', 'employeeId'],
    title: 'Manager moved to another Team Leader',
  },
  'manager.deactivated': {
    scope: 'roster',
    severity: 'error',
    looksAt: ['deactivated', 'email', 'employeeId'],
    title: 'Manager cannot be deactivated in bulk',
  },
  'manager.demoted': {
    scope: 'roster',
    severity: 'warning',
    looksAt: ['canManageTeams', 'email', 'employeeId'],
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
