import { describe, expect, it } from 'vitest';
import type { ColumnKey } from '../../../shared/person/catalogue.ts';
import { sentenceOf } from '../../../shared/rules/messages.ts';
import type { ProblemCode } from '../../../shared/rules/problem.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { codesOf, peopleOf, problemOf, rosterOf } from './build-roster.ts';

/** What a rule says about a text: sentence, and its first fix with whether it is safe; null where it is fine. */
function said(code: ProblemCode, column: ColumnKey, text: string, settings: Partial<Settings> = {}) {
  const person = { [column]: text };
  const problem = problemOf(code, person, settings);
  if (problem === undefined) return null;
  expect(problem.column).toBe(column);
  const [fix] = problem.fixes;
  return {
    sentence: sentenceOf(problem, peopleOf(rosterOf(person))),
    severity: problem.severity,
    fix: fix === undefined ? null : `${fix.safe ? 'safe' : 'maybe'} ${fix.changes[0]?.to ?? ''}`,
  };
}

const error = (fix: string | null, sentence: string) => ({ fix, sentence, severity: 'error' });
const warning = (fix: string | null, sentence: string) => ({ fix, sentence, severity: 'warning' });

describe('yesNo.invalid', () => {
  it.each(['yes', 'TRUE', '1', 'x', 'Ja', 'oui', 'sí', 'Y', '✓', 'y\u200b'])(
    'yesNo.invalid: %j means y',
    (text) => {
      expect(said('yesNo.invalid', 'phoneChannel', text)).toEqual(
        error('safe y', `“${text}” means y, but Agent Connect only takes y or n.`),
      );
    },
  );

  it.each(['no', 'False', '0', 'nein', 'N', 'non', 'Não'])('yesNo.invalid: %j means n', (text) => {
    expect(said('yesNo.invalid', 'phoneChannel', text)?.fix).toBe('safe n');
  });

  it('yesNo.invalid: what cannot be told has no fix', () => {
    expect(said('yesNo.invalid', 'canManageTeams', 'maybe')).toEqual(
      error(null, '“maybe” is neither y nor n; enter y or n in Can Manage Teams.'),
    );
  });

  it('yesNo.invalid: y and n are fine, with spaces around as well, and Deactivated may be empty', () => {
    for (const text of ['y', 'n', ' y ']) expect(said('yesNo.invalid', 'phoneChannel', text)).toBeNull();
    for (const text of ['', 'y', 'n']) expect(codesOf({ deactivated: text })).toEqual([]);
    expect(said('yesNo.invalid', 'deactivated', 'true')?.fix).toBe('safe y');
  });
});

describe('email.invalid', () => {
  it.each([
    ['bob@@acme.com', 'maybe bob@acme.com', '“bob@@acme.com” has two @ signs; it needs exactly one.'],
    [
      'mailto:bob@acme.com',
      'safe bob@acme.com',
      '“mailto:bob@acme.com” begins with “mailto:”; only the address belongs here.',
    ],
    [
      '<bob@acme.com>',
      'safe bob@acme.com',
      '“<bob@acme.com>” has angle brackets; only the address belongs here.',
    ],
    [
      'Bob Ray <bob@acme.com>',
      'maybe bob@acme.com',
      '“Bob Ray <bob@acme.com>” has angle brackets; only the address belongs here.',
    ],
    [' bob@acme.com ', 'safe bob@acme.com', '“bob@acme.com” has spaces around it; remove them.'],
    ['bob@acme.com.', 'safe bob@acme.com', '“bob@acme.com.” ends with “.”; remove it.'],
    ['bob@acme.com,', 'safe bob@acme.com', '“bob@acme.com,” ends with “,”; remove it.'],
    [
      'ｂｏｂ＠acme．com',
      'safe bob@acme.com',
      '“ｂｏｂ＠acme．com” has full-width characters; mail systems take plain ones only.',
    ],
    ['bob@gmial.com', 'maybe bob@gmail.com', '“bob@gmial.com” goes to “gmial.com”, which looks misspelt.'],
    [
      'bob@hotmial.con',
      'maybe bob@hotmail.com',
      '“bob@hotmial.con” goes to “hotmial.con”, which looks misspelt.',
    ],
    ['bob@acme.con', 'maybe bob@acme.com', '“bob@acme.con” goes to “acme.con”, which looks misspelt.'],
    ['bob.acme.com', null, '“bob.acme.com” has no @ sign; give the whole address, such as name@company.com.'],
    ['bob@acme', null, '“bob@acme” has no dot after the @ sign; “acme” is not a whole domain.'],
    ['@acme.com', null, '“@acme.com” has nothing before the @ sign.'],
    ['bob@', null, '“bob@” has nothing after the @ sign.'],
    ['bob ray@acme.com', null, '“bob ray@acme.com” has a space in it; an address has none.'],
    ['bob..ray@acme.com', 'maybe bob.ray@acme.com', '“bob..ray@acme.com” has a dot too many.'],
    ['bob@acme,com', 'maybe bob@acme.com', '“bob@acme,com” has “,” in it, which no mail system takes there.'],
    [
      'josé@acme.com',
      'maybe jose@acme.com',
      '“josé@acme.com” has “é” in it, which most mail systems do not take.',
    ],
    ['bob@-acme.com', null, '“bob@-acme.com” ends in “-acme.com”, which is not a mail domain.'],
    [`${'b'.repeat(65)}@acme.com`, null, `“${'b'.repeat(60)}…” is longer than mail systems take.`],
  ])('email.invalid: %j', (text, fix, sentence) => {
    expect(said('email.invalid', 'email', text)).toEqual(error(fix, sentence));
  });

  it.each([
    'bob@acme.com',
    'BOB@Acme.COM',
    "o'brien+test@mail.acme.co.uk",
    'b_1-2@a-b.example',
    'bob@ymail.com',
    'bob@mail.com',
    'bob@yahoo.co',
    'bob@gmx.de',
    'bob@xn--mller-kva.de',
  ])('email.invalid: %j is fine', (text) => {
    expect(said('email.invalid', 'email', text)).toBeNull();
  });
});

describe('employeeId.numberDamage', () => {
  it.each(['1.23E+11', '1,23E+11', '2E+15', '1.5e12'])(
    'employeeId.numberDamage: %j was shortened',
    (text) => {
      expect(said('employeeId.numberDamage', 'employeeId', text)).toEqual(
        error(null, `A spreadsheet has shortened this ID to “${text}”; enter it again as text.`),
      );
    },
  );

  it.each(['12345678901234500', '1234567890123450'])('employeeId.numberDamage: %j was rounded', (text) => {
    expect(said('employeeId.numberDamage', 'employeeId', text)).toEqual(
      error(
        null,
        `A spreadsheet has rounded this ID to “${text}”: its last digits are lost. Enter it again as text.`,
      ),
    );
  });

  it.each(['1E5', '100000000000000', '12345678901234567', '0020017', 'E+11', '012345678901234500'])(
    'employeeId.numberDamage: %j is fine',
    (text) => {
      expect(said('employeeId.numberDamage', 'employeeId', text)).toBeNull();
    },
  );
});

describe('role.unknown', () => {
  const roles = ['Team Member', 'Team Leader', 'Admin [Default]'];

  it.each([
    [
      'team member',
      'safe Team Member',
      'There is no role “team member”, only “Team Member”: case and spaces count.',
    ],
    [
      'TeamLeader',
      'safe Team Leader',
      'There is no role “TeamLeader”, only “Team Leader”: case and spaces count.',
    ],
    ['Team Membre', 'maybe Team Member', 'There is no role “Team Membre”. Did you mean “Team Member”?'],
    ['Admin', 'maybe Admin [Default]', 'There is no role “Admin”. Did you mean “Admin [Default]”?'],
    ['Wizard', null, 'There is no role “Wizard”; choose one that your organization has.'],
  ])('role.unknown: %j', (text, fix, sentence) => {
    expect(said('role.unknown', 'role', text, { roles })).toEqual(error(fix, sentence));
  });

  it('role.unknown: an exact name is fine, and nothing is said where the roles are not known', () => {
    expect(said('role.unknown', 'role', ' Team Member', { roles })).toBeNull();
    expect(said('role.unknown', 'role', 'Wizard')).toBeNull();
  });

  it.each([
    ['Team Leader', ['Team Leader [Default]'], 'maybe Team Leader [Default]'],
    ['team leader', ['Team Leader [Default]'], 'maybe Team Leader [Default]'],
    ['Team  Leader', ['Coach', 'Team Leader [Default]'], 'maybe Team Leader [Default]'],
    ['Team Leader [Default]', ['Team Leader'], 'maybe Team Leader'],
    ['TEAM LEADER[default]', ['Team Leader'], 'maybe Team Leader'],
    ['Team Leader[default]', ['Team Leader [Default]', 'Team Leader'], 'safe Team Leader [Default]'],
    ['Team Leadr', ['Team Leader [Default]'], 'maybe Team Leader [Default]'],
    ['Team Leadr [Default]', ['Team Leader'], 'maybe Team Leader'],
    ['Team Leader [Defualt]', ['Team Leader [Default]'], 'maybe Team Leader [Default]'],
    ['[Default]', ['Coach'], null],
  ])(
    'role.unknown: the ending of default roles counts, and %j is suggested across it from %j',
    (text, roles, fix) => {
      const found = said('role.unknown', 'role', text, { roles });
      expect(found?.fix ?? null).toBe(fix);
      expect(found).not.toBeNull();
    },
  );

  it('role.unknown: a fix is not safe where two roles differ only in case', () => {
    expect(said('role.unknown', 'role', 'AGENT', { roles: ['Agent', 'agent'] })?.fix).toBe('maybe Agent');
  });
});

describe('employmentStatus.invalid', () => {
  it.each([
    ['FT', 'Full Time'],
    ['full-time', 'Full Time'],
    ['Fulltime', 'Full Time'],
    ['full time', 'Full Time'],
    ['PT', 'Part Time'],
    ['Teilzeit', 'Part Time'],
    ['temporary', 'Temp'],
  ])('employmentStatus.invalid: %j means %j', (text, means) => {
    expect(said('employmentStatus.invalid', 'employmentStatus', text)).toEqual(
      error(`safe ${means}`, `“${text}” has to be written “${means}”.`),
    );
  });

  it('employmentStatus.invalid: others have no fix; the three and none at all are fine', () => {
    expect(said('employmentStatus.invalid', 'employmentStatus', 'Contractor')).toEqual(
      error(null, '“Contractor” is not an employment status; use Full Time, Part Time or Temp.'),
    );
    for (const text of ['Full Time', 'Part Time', 'Temp', ''])
      expect(codesOf({ employmentStatus: text })).toEqual([]);
  });
});

describe('licenseType.invalid', () => {
  it('licenseType.invalid: safe where only the case differs', () => {
    expect(said('licenseType.invalid', 'licenseType', 'flexible')).toEqual(
      error('safe Flexible', '“flexible” is not a license type; did you mean Flexible?'),
    );
    expect(said('licenseType.invalid', 'licenseType', 'Flex')?.fix).toBe('maybe Flexible');
    expect(said('licenseType.invalid', 'licenseType', 'Gold')).toEqual(
      error(null, '“Gold” is not a license type; use Standard or Flexible.'),
    );
    for (const text of ['Standard', 'Flexible', '']) expect(codesOf({ licenseType: text })).toEqual([]);
  });
});

describe('groups', () => {
  it.each([
    ['Support, Tier 2', 'safe {Support, Tier 2}', 'has no braces; groups are written {Support, Tier 2}'],
    ['{Support', 'safe {Support}', 'has a brace too many or too few; groups are written {Support, Tier 2}'],
    ['{A}, {B}', 'safe {A, B}', 'has braces around each group; one pair goes around all: {Support, Tier 2}'],
    ['{{A}, B}', 'maybe {A, B}', 'has braces inside braces; groups are written {Support, Tier 2}'],
    ['{A}}', 'maybe {A}', 'has a brace too many or too few; groups are written {Support, Tier 2}'],
    ['{A,,B}', 'maybe {A, B}', 'has a comma without a group; remove it'],
    ['A; B', 'maybe {A; B}', 'has no braces; groups are written {Support, Tier 2}'],
  ])('groups.malformed: %j', (text, fix, sentence) => {
    expect(said('groups.malformed', 'groups', text)).toEqual(error(fix, `“${text}” ${sentence}.`));
  });

  it.each(['', '{}', '{ }', '{Support}', '{Support, Tier 2}', '{Support,Tier 2}', ' {A} '])(
    'groups.malformed: %j is fine',
    (text) => {
      expect(said('groups.malformed', 'groups', text)).toBeNull();
    },
  );

  it('groups.duplicate: once is enough', () => {
    expect(said('groups.duplicate', 'groups', '{A, B, A}')).toEqual(
      warning('safe {A, B}', '“A” is listed more than once; once is enough.'),
    );
    expect(said('groups.duplicate', 'groups', '{A, a}')).toBeNull();
  });

  it('groups.unknown: exact names, safe where only case or space differs', () => {
    const groups = ['Support', 'Tier 2'];
    expect(said('groups.unknown', 'groups', '{Support, tier2}', { groups })).toEqual(
      error('safe {Support, Tier 2}', 'There is no group “tier2”, only “Tier 2”: case and spaces count.'),
    );
    expect(said('groups.unknown', 'groups', '{Suport}', { groups })).toEqual(
      error('maybe {Support}', 'There is no group “Suport”. Did you mean “Support”?'),
    );
    expect(said('groups.unknown', 'groups', '{Zoo}', { groups })?.fix).toBeNull();
    expect(said('groups.unknown', 'groups', '{Support}', { groups })).toBeNull();
    expect(said('groups.unknown', 'groups', '{Zoo}')).toBeNull();
  });
});
