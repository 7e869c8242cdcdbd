import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, columns, type ColumnKey } from '../../../shared/person/catalogue.ts';
import { applyChange, cellsChange } from '../../../shared/roster/change.ts';
import { emptyRoster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { unescaped } from '../../../shared/rules/cell-rules/escaped-text.ts';
import { doubtfulWord, isPlaceholder } from '../../../shared/rules/cell-rules/placeholders.ts';
import { unwrapped } from '../../../shared/rules/cell-rules/wrapped-text.ts';
import { check } from '../../../shared/rules/checker.ts';
import { fixLabel, sentenceOf } from '../../../shared/rules/messages.ts';
import { mended } from '../../../shared/rules/safe-fixes.ts';
import { readClipboard } from '../../../shared/text/clipboard.ts';
import { sample } from '../../tier.ts';
import { type Cells, checkPeople, peopleOf, problemsOf, rosterOf, settingsWith } from './build-roster.ts';
import { NAMES } from './names-of-the-world.ts';

/** The sentence about a text in a column, its fixes and whether they are safe; null where nothing of the kind is said. */
function said(code: string, column: ColumnKey, text: string) {
  const person = { [column]: text };
  const problem = problemsOf(person).find((found) => found.code === code && found.column === column);
  if (problem === undefined) return null;
  const fixes = problem.fixes.map(
    ({ safe, changes }) => `${safe ? 'safe' : 'maybe'} ${changes[0]?.to ?? ''}`,
  );
  return { sentence: sentenceOf(problem, peopleOf(rosterOf(person))), fixes };
}

const NAMES_TO_TRY = [
  ..."O'Brien|D'Angelo|'t Hooft|'s-Gravenhage|'S-GRAVENHAGE|'t|Ng|Na|Nan|Nil|Null|None|Test|Ä|Ã|São|Ângelo|Â|No".split(
    '|',
  ),
  ...'Blank|Leer|Nat|N. A.|K. A.|K.A.|Tba Müller|Xu|X|E|Err|Unknowles|AT&T|&c.|Smith & Fox|R&D|M&M;s|50%|%|100%'.split(
    '|',
  ),
  ...'A%|5% off|C:\\users|a=b|<3|x < y|-1|St. John|J.|J.R.|·X·|Ã Vila|Nessuno|Ingen|Geen|Keiner|Brak|Ohne'.split(
    '|',
  ),
];

describe('value.placeholder', () => {
  it.each([
    ...'NULL|null|N/A|n/a|#N/A|#REF!|#NAME?|#VALUE!|#DIV/0!|#NV|#BEZUG!|#WERT!|#¿NOMBRE?|#¡VALOR!|#ДЕЛ/0!'.split(
      '|',
    ),
    ...'#ÜBERLAUF!|#####|Err:502|-|--|–|—|...|…|?|(blank)|(leer)|<NA>|NaN|NaT|undefined|k. A.|s/o|n.v.t.'.split(
      '|',
    ),
    ...'Unknown|unbekannt|TBD|нет данных|なし|없음|(null)|\\N|xxx'.split('|'),
    ...'n/k|N/C|no consta|Sin asignar|ohne Angabe|nicht zugeordnet|à définir|non assegnato|não informado'.split(
      '|',
    ),
    ...'niet bekend|nie podano|ikke oplyst|не назначен|unassigned|o. A.'.split('|'),
  ])('value.placeholder: %j stands for nothing in any column', (text) => {
    expect(isPlaceholder(text)).toBe(true);
    for (const column of ['firstName', 'employeeId', 'homeTown', 'email', 'teamLeader', 'groups'] as const)
      expect(said('value.placeholder', column, text), column).not.toBeNull();
  });

  it.each([
    [
      'firstName',
      'NULL',
      [],
      '“NULL” stands for no value; enter the right First Name. If it is a name, write it as “Null”.',
    ],
    ['lastName', '#REF!', [], '“#REF!” is an error that a spreadsheet shows; enter the right Last Name.'],
    [
      'homeTown',
      'n/a',
      ['maybe '],
      '“n/a” stands for no value; empty the cell, or enter the right Home Town.',
    ],
    [
      'email',
      'none',
      ['maybe '],
      '“none” stands for no value; empty the cell, or enter the right Email Address.',
    ],
  ] as const)('value.placeholder: in %s, %j', (column, text, fixes, sentence) => {
    expect(said('value.placeholder', column, text)).toEqual({ sentence, fixes });
  });

  it('value.placeholder: is all that is said of the cell, is no shared ID, and can be emptied', () => {
    const { checker } = checkPeople([{ employeeId: 'N/A' }, { employeeId: 'N/A', email: '-' }]);
    expect(checker.problemsOf(2).map(({ code }) => code)).toEqual(['value.placeholder']);
    expect(checker.problemsOf(3).map(({ code }) => code)).toEqual(['value.placeholder', 'value.placeholder']);
    const [problem] = checker.problemsOf(2);
    const [fix] = problem?.fixes ?? [];
    expect(problem && fix && fixLabel(problem, fix)).toBe('Empty Employee ID');
  });

  it.each(NAMES_TO_TRY)('value.placeholder: %j is a name', (text) => {
    for (const column of ['firstName', 'lastName', 'homeTown', 'profile'] as const)
      expect(said('value.placeholder', column, text)).toBeNull();
  });

  it('value.placeholder: a word that may be a name counts where a tenth of the column holds it', () => {
    const people: Cells[] = Array.from({ length: 27 }, (_, at) => ({
      firstName: `Ann${String.fromCharCode(65 + at)}`,
      ...(at < 3 ? { lastName: 'None' } : {}),
    }));
    const { roster, checker } = checkPeople(people);
    const flagged = () =>
      roster.rows.filter(({ id }) => checker.problemsOf(id).some(({ code }) => code === 'value.placeholder'));
    expect(flagged().map(({ id }) => id)).toEqual([2, 3, 4]);
    const change = cellsChange([{ row: 4, position: AT.lastName, from: 'None', to: 'Ray' }]);
    finish(applyChange(roster, change));
    expect(checker.recheck(change)).toEqual(new Set([2, 3, 4]));
    expect(flagged()).toEqual([]);
  });

  it('value.placeholder: a role or a group of this name is one', () => {
    const has = (cells: Cells) =>
      problemsOf(cells, { roles: ['Unknown'], groups: ['None'] }).some(
        ({ code }) => code === 'value.placeholder',
      );
    expect(has({ role: 'Unknown', groups: '{None}' })).toBe(false);
    expect(has({ groups: 'None' })).toBe(false);
    expect(has({ groups: 'n/a' })).toBe(true);
  });
});

describe('text.wrapped', () => {
  it.each([
    ['employeeId', '="001002"', 'safe 001002'],
    ['firstName', '="Ivo ""Iv"" Bann"', 'safe Ivo "Iv" Bann'],
    ['employeeId', "'001002", 'safe 001002'],
    ['email', "'ivo@example.com", 'safe ivo@example.com'],
    ['email', "'ivo@example.com'", 'safe ivo@example.com'],
    ['startDate', "'2026-03-15", 'safe 2026-03-15'],
    ['phoneChannel', "'y", 'safe y'],
    ['groups', "'{Support}", 'safe {Support}'],
    ['firstName', "'Ivo", 'maybe Ivo'],
    ['lastName', "'Ofa", 'maybe Ofa'],
    ['employeeId', "'AB", 'maybe AB'],
  ] as const)('text.wrapped: in %s, %j is offered to be %s', (column, text, fix) => {
    expect(said('text.wrapped', column, text)?.fixes).toEqual([fix]);
    expect(said('text.formula', column, text)).toBeNull();
  });

  it('text.wrapped: says what the wrapping is', () => {
    expect(said('text.wrapped', 'employeeId', '="001002"')?.sentence).toBe(
      '“="001002"” is “001002” in the form of a formula, which keeps a spreadsheet from changing it; only the value belongs here.',
    );
    expect(said('text.wrapped', 'employeeId', "'12")?.sentence).toBe(
      "“'12” begins with an apostrophe, a spreadsheet’s mark for text; the value is “12”.",
    );
    expect(said('text.wrapped', 'firstName', "'Ivo")?.sentence).toBe(
      "“'Ivo” begins with an apostrophe, a spreadsheet’s mark for text; remove it if it is not part of the name.",
    );
  });

  it.each(NAMES_TO_TRY)('text.wrapped: %j is not', (text) => {
    for (const column of ['firstName', 'lastName', 'homeTown'] as const)
      expect(said('text.wrapped', column, text)).toBeNull();
    expect(unwrapped(text)).toBeNull();
  });

  it('text.wrapped: a bio may begin with an apostrophe, and a password with anything', () => {
    expect(said('text.wrapped', 'profile', "'90s kid from Cork")).toBeNull();
    expect(said('text.wrapped', 'temporaryPassword', "'Kx7!2pq9")).toBeNull();
  });

  it('text.wrapped: a pasted formula of a text is the formula, which the rule unwraps', () => {
    expect(readClipboard('="001002"\t\'12\r\n', null)).toEqual([['="001002"', "'12"]]);
  });
});

describe('text.escaped', () => {
  it.each([
    ['O&#039;Brien', "safe O'Brien"],
    ['O&#x27;Brien', "safe O'Brien"],
    ['Ren&eacute;', 'safe René'],
    ['Smith &amp; Fox', 'safe Smith & Fox'],
    ['Ren&amp;eacute;', 'safe René'],
    ['Jos%C3%A9%20Ruiz', 'safe José Ruiz'],
    ['Ana%20Ruiz', 'safe Ana Ruiz'],
    ['O%27Brien', "safe O'Brien"],
    ['Jos=C3=A9', 'safe José'],
    ['Jos\\u00e9', 'safe José'],
    ['\\ud83d\\ude00', 'safe 😀'],
    ['\\u{1F600}', 'safe 😀'],
    ['Ren=E9', 'maybe René'],
    ['Ren%E9', 'maybe René'],
    ['<b>Ivo</b>', 'maybe Ivo'],
    ['<p>Ivo<br/>Bann</p>', 'maybe Ivo Bann'],
  ])('text.escaped: %j is %s', (text, fix) => {
    expect(said('text.escaped', 'homeTown', text)?.fixes).toEqual([fix]);
  });

  it.each(['x&#0;', '\\ud83d', '&#x81;'])('text.escaped: %j makes nothing that people type', (text) => {
    expect(said('text.escaped', 'homeTown', text)?.fixes).toEqual([]);
  });

  it.each([
    ...NAMES_TO_TRY,
    '100%dedicated',
    '50%20off',
    'x=AB',
    'a&b;',
    '<ivo@example.com>',
    'CORP\\xaden',
    '=E9',
  ])('text.escaped: %j is not', (text) => {
    expect(unescaped(text)).toBeNull();
  });

  it('text.escaped: a web address and a password stay as they are', () => {
    expect(said('text.escaped', 'photoUrl', 'https://example.com/a%20b.png')).toBeNull();
    expect(said('text.escaped', 'temporaryPassword', 'Kx7&amp;%41')).toBeNull();
  });

  it('text.escaped: a bio keeps its lines', () => {
    expect(said('text.escaped', 'profile', 'One<br>Two')?.fixes).toEqual(['maybe One\nTwo']);
    expect(said('text.escaped', 'profile', 'One<br>Two')?.sentence).toBe(
      '“One<br>Two” holds HTML tags; without them it reads “One Two”.',
    );
  });
});

describe('employeeId.decimal', () => {
  it('employeeId.decimal: is safe where all numbers of the column are so, and offered where one is not', () => {
    const fixes = (...ids: string[]) =>
      checkPeople(ids.map((employeeId) => ({ employeeId })))
        .checker.problemsOf(2)
        .flatMap(({ code, fixes }) => (code === 'employeeId.decimal' ? fixes : []))
        .map(({ safe, changes }) => `${safe ? 'safe' : 'maybe'} ${changes[0]?.to ?? ''}`);
    expect(fixes('1002.0', '1003.0', 'E7', '')).toEqual(['safe 1002']);
    expect(fixes('1002,00', '1003.0')).toEqual(['safe 1002']);
    expect(fixes('1002.0', '1003')).toEqual(['maybe 1002']);
    expect(fixes('1002.5')).toEqual([]);
  });

  it('employeeId.decimal: 1002.0 and 1002 are one ID, for people and for their leaders', () => {
    const { checker } = checkPeople([
      { employeeId: '1002.0', canManageTeams: 'y', role: 'Team Leader' },
      { employeeId: '1002' },
      { teamLeader: '1002.0' },
    ]);
    expect(checker.problemsOf(3).map(({ code }) => code)).toContain('employeeId.duplicate');
    expect(checker.problemsOf(4).map(({ code }) => code)).toContain('leader.ambiguous');
  });
});

describe('email.invalid', () => {
  it.each([
    ['Bann, Ivo (ivo.bann@example.com)', ['maybe ivo.bann@example.com']],
    ['bea@example.com (Bea Lund)', ['maybe bea@example.com']],
    ['ed@example.com, Ed', ['maybe ed@example.com']],
    ['ed@example.com,Ed', ['maybe ed@example.com']],
    ['E-Mail: ed@example.com', ['maybe ed@example.com']],
    ['<a href="mailto:ed@example.com">ed@example.com</a>', ['maybe ed@example.com']],
    ['mailto:ed@example.com?subject=Hi', ['maybe ed@example.com']],
    ['ed@example.com ed@Example.com', ['maybe ed@Example.com']],
    ['bob @ acme.com', ['maybe bob@acme.com']],
    ['a@example.com; b@example.com', []],
    ['bob ray@acme.com', []],
    ['Bob Ray @ acme.com', []],
    ['cy@example.com.', ['safe cy@example.com']],
    ['cy@acme work.com', []],
    ['ed@example com', []],
  ])('email.invalid: of %j it is offered %j', (text, fixes) => {
    expect(said('email.invalid', 'email', text)?.fixes).toEqual(fixes);
  });

  it('email.invalid: says that there is more than an address', () => {
    expect(said('email.invalid', 'email', 'cy@example.com work')?.sentence).toBe(
      '“cy@example.com work” holds more than an address; only the address belongs here.',
    );
  });

  it('email.invalid: never offers an address that does not stand in the text, whatever stands around it', () => {
    const word = fc.constantFrom(
      'Ann',
      'work',
      '(',
      ')',
      ',',
      ';',
      ':',
      '<',
      '>',
      'ann@example.com',
      'b.c@d.example',
      '"',
      'de',
      '.',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(' ', '')), { maxLength: 6 }), (parts) => {
        const text = parts.flat().join('');
        const addresses = text.match(/[a-z.]+@[a-z.]+/g) ?? [];
        for (const fix of said('email.invalid', 'email', text)?.fixes ?? []) {
          const offered = fix.replace(/^\w+ /, '');
          expect(addresses.map((address) => address.replace(/^\.+|\.+$/g, ''))).toContain(offered);
        }
      }),
    );
  });
});

describe('the rules together', () => {
  const checker = check(emptyRoster(), settingsWith());

  it('say nothing about names of the world', () => {
    const codes = ['value.placeholder', 'text.escaped', 'text.wrapped', 'text.damaged', 'text.mixedScript'];
    const alarms = sample(NAMES).flatMap((name) =>
      checker
        .findingsIn(AT.lastName, name)
        .filter(({ code }) => codes.includes(code))
        .map(({ code }) => `${code} ${name}`),
    );
    expect(alarms).toEqual([]);
  });

  const piece = fc.constantFrom(
    ...[
      'GarcÃ\u00ada',
      'Ã\u00a0',
      'ê¹€',
      '&eacute;',
      '&amp;amp;',
      '%C3%A9',
      "'",
      '="',
      '"',
      '12.0',
      'NULL',
      'N/A',
    ],
    ...[
      ' ',
      '\u00a0',
      '\u00ad',
      '\u200b',
      '\t',
      '\n',
      'a',
      'é',
      '@',
      '.com',
      '<b>',
      '\\u00e9',
      '√©',
      '├⌐',
      'é»“',
      '-',
    ],
  );
  const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));

  it('find nothing in what is called fine at a glance, and end where nothing is left to fix safely', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...columns), (typed, { key }) => {
        const fixed = mended(checker, AT[key], typed);
        expect(
          checker.findingsIn(AT[key], fixed).flatMap(({ fixes }) => fixes.filter(({ safe }) => safe)),
        ).toEqual([]);
        if (checker.findingsIn(AT[key], typed).length === 0) expect(fixed).toBe(typed);
      }),
    );
  });

  it('offer nothing but the repair of a damaged text, so that no byte that it needs is lost', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const findings = checker.findingsIn(AT.homeTown, typed);
        const damage = findings.find(({ code }) => code === 'text.damaged');
        if (damage === undefined) return;
        expect(findings.filter(({ code }) => code !== 'text.damaged').flatMap(({ fixes }) => fixes)).toEqual(
          [],
        );
      }),
    );
  });

  it('know a doubtful word only in whole cells', () => {
    expect(doubtfulWord('None')).toBe('none');
    expect(doubtfulWord('Nonesuch')).toBeNull();
  });
});
