import { describe, expect, it } from 'vitest';
import type { ColumnKey } from '../../../shared/person/catalogue.ts';
import { sentenceOf } from '../../../shared/rules/messages.ts';
import type { ProblemCode } from '../../../shared/rules/problem.ts';
import { codesOf, peopleOf, problemOf, problemsOf, rosterOf } from './build-roster.ts';

/** What a rule says about a text in a column: the sentence, and the text that its safe fix makes, or null. */
function said(code: ProblemCode, text: string, column: ColumnKey = 'homeTown') {
  const person = { [column]: text };
  const problem = problemOf(code, person);
  if (problem === undefined) return null;
  expect(problem.column).toBe(column);
  expect(problem.fixes.every((fix) => fix.safe)).toBe(true);
  return {
    sentence: sentenceOf(problem, peopleOf(rosterOf(person))),
    fix: problem.fixes[0]?.changes[0]?.to ?? null,
  };
}

describe('text rules', () => {
  it.each([
    [' Paris', 'Paris', 'Home Town has a space at the start.'],
    ['Paris ', 'Paris', 'Home Town has a space at the end.'],
    ['New  York', 'New York', 'Home Town has a doubled space.'],
    ['New\u00a0York', 'New York', 'Home Town has a non-breaking space.'],
    ['\u3000東京', '東京', 'Home Town has a space at the start.'],
    [
      ' a \u202f b  ',
      'a b',
      'Home Town has a space at the start, a space at the end and a non-breaking space.',
    ],
  ])('text.spaces: %j is mended safely', (text, fix, sentence) => {
    expect(said('text.spaces', text)).toEqual({ fix, sentence });
  });

  it.each(['New York', '山田\u3000太郎', ''])('text.spaces: %j is fine', (text) => {
    expect(said('text.spaces', text)).toBeNull();
  });

  it('text.spaces: inside a temporary password spaces are kept, around it they are not', () => {
    expect(said('text.spaces', 'Kx7!  pq9', 'temporaryPassword')).toBeNull();
    expect(said('text.spaces', ' Kx7!  pq9 ', 'temporaryPassword')).toEqual({
      fix: 'Kx7!  pq9',
      sentence: 'Temporary Password has a space at the start and a space at the end.',
    });
  });

  it.each([
    ['a\u0000b', 'ab', 'Home Town holds a NUL character, which does not belong in text; remove it.'],
    ['a\tb', 'a b', 'Home Town holds a tab, which separates columns in the file; put a space instead.'],
    ['a\t\u0001b', 'a b', 'Home Town holds a tab and U+0001, which do not belong in text; remove them.'],
    ['a\u001b\u0085b', 'ab', 'Home Town holds U+001B and U+0085, which do not belong in text; remove them.'],
  ])('text.control: %j is removed safely', (text, fix, sentence) => {
    expect(said('text.control', text)).toEqual({ fix, sentence });
  });

  it('text.control: line breaks in Profile are right, other control characters are not', () => {
    expect(codesOf({ profile: 'one\ntwo\r\nthree' })).toEqual([]);
    expect(codesOf({ profile: 'one\ttwo' })).toEqual(['text.control']);
  });

  it.each([
    ['Pa\u200bris', 'Paris', 'a zero-width space'],
    ['Pa\u00adris', 'Paris', 'a soft hyphen'],
    ['\u202eParis\u202c', 'Paris', 'U+202E and U+202C'],
    ['\ufeffParis', 'Paris', 'a byte order mark'],
    ['Pa\u200dris', 'Paris', 'a zero-width joiner'],
  ])('text.invisible: %j is removed safely', (text, fix, what) => {
    expect(said('text.invisible', text)).toEqual({
      fix,
      sentence: `Home Town holds ${what}, which nobody can see; remove it.`,
    });
  });

  it.each(['می\u200cخواهم', 'क्\u200dष', 'ක්\u200d', '👩\u200d💻', '🏳\ufe0f\u200d🌈', '👩🏽\u200d🚀'])(
    'text.invisible: the joiner in %j is needed',
    (text) => {
      expect(said('text.invisible', text, 'profile')).toBeNull();
    },
  );

  it.each([
    ['one\ntwo', 'one two'],
    ['one\r\ntwo', 'one two'],
    ['one\u2028two', 'one two'],
  ])('text.lineBreak: %j is put on one line safely', (text, fix) => {
    expect(said('text.lineBreak', text)).toEqual({
      fix,
      sentence: 'Home Town runs over more than one line; only Profile may.',
    });
  });

  it('text.lineBreak: a line is a group where groups are listed one below the other', () => {
    expect(said('text.lineBreak', 'Support\nTier 2', 'groups')?.fix).toBe('Support, Tier 2');
    expect(said('text.lineBreak', '{Support,\nTier 2}', 'groups')?.fix).toBe('{Support, Tier 2}');
  });

  it.each([
    ['JosÃ©', 'José'],
    ['MÃ¼ller', 'Müller'],
    ['Oâ€™Brien', 'O’Brien'],
    ['Å\u0081ukasz', 'Łukasz'],
    ['Ð˜Ð²Ð°Ð½', 'Иван'],
    ['ä½\u0090è—¤', '佐藤'],
    ['JosÃƒÂ©', 'José'],
    ['ðŸ˜€ hi', '😀 hi'],
    ['GarcÃ\u00ada', 'García'],
    ['Å\u00a0imon', 'Šimon'],
  ])('text.damaged: %j is mojibake of %j', (text, fix) => {
    expect(said('text.damaged', text)).toEqual({
      fix,
      sentence: `“${text.replace(/[\u0080-\u00a0]/g, ' ')}” has garbled letters: it should read “${fix}”.`,
    });
  });

  it('text.damaged: what is not sure is offered, and what nobody can tell is said', () => {
    const [both] = problemsOf({ homeTown: 'Je┼¥ek' });
    expect(both && sentenceOf(both, peopleOf(rosterOf({})))).toBe(
      '“Je┼¥ek” has garbled letters: it probably should read “Ježek” or “Jeŝek”.',
    );
    expect(both?.fixes.map(({ safe, changes }) => [safe, changes[0]?.to])).toEqual([
      [false, 'Ježek'],
      [false, 'Jeŝek'],
    ]);
    expect(said('text.damaged', 'JordÃ')).toEqual({
      fix: null,
      sentence: '“JordÃ” has garbled letters; type it again.',
    });
  });

  it.each([
    ['GarcÃ\u00ada', []],
    ['JordÃ\u00a0', []],
    ['Å\u0081ukasz', []],
    ['JosÃ©\u0000\u200b', []],
    ['JosÃ©\nLuis', ['text.lineBreak']],
  ])('text.damaged: nothing offers to change %j before it is decoded', (text, others) => {
    const problems = problemsOf({ homeTown: text });
    expect(problems.map(({ code }) => code)).toEqual(['text.damaged', ...others]);
    expect(problems.slice(1).flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it.each(['x\ufffdy', 'x\ud83dy', 'x\ude00'])('text.damaged: %j has lost letters', (text) => {
    expect(said('text.damaged', text)).toMatchObject({ fix: null });
    expect(said('text.damaged', text)?.sentence).toMatch(
      /has lost letters on the way here; type it again\.$/,
    );
  });

  it.each([
    ...[
      'José',
      'Zoë',
      'Łukasz',
      'Nguyễn Thị',
      'Ümit',
      'Ångström',
      'Søren',
      'Þórr',
      'Ñandú',
      'São João',
      'IRMÃ',
      'Ça',
    ],
    ...[
      '“IRMÃ”',
      '«BÜ»',
      '„RÅ“',
      'CAFÉ®',
      'NESTLÉ™',
      'ESPAÑA…',
      'Â',
      'Ãlvaro',
      'SÃO',
      'MÜ™',
      'Élan',
      'Ÿ',
      '£5',
      '20°',
      'Nº 1',
      'Mª',
    ],
    ...[
      'Иван',
      'Μαρία',
      '佐藤',
      '김',
      'فاطمة',
      'नेहा',
      'Đặng',
      'Ђорђе',
      'Œuvre',
      'naïve – “quoted” ‘text’ …',
      '€ 5',
      '😀',
    ],
    ...[
      'Ioană',
      'Ştefan',
      'Țepeș',
      'Dvořák',
      'Šárka',
      'Žižek',
      'Kærlighed',
      'Straße',
      'L’Été',
      'À «',
      'à l’œuvre',
    ],
  ])('text.damaged: %j is as it should be', (text) => {
    expect(said('text.damaged', text)).toBeNull();
  });

  it.each([
    ['Pаris', 'а', '0430'],
    ['Οslo', 'Ο', '039F'],
    ['Ивaн', 'a', '0061'],
  ])('text.mixedScript: %j', (text, letter, point) => {
    expect(said('text.mixedScript', text)).toEqual({
      fix: null,
      sentence: `“${text}” holds “${letter}” (U+${point}) of another alphabet that only looks right; type it again.`,
    });
  });

  it.each(['Paris', 'Иван Paris', 'Παύλος', 'µm', 'Яndex', 'Đỗ', 'e\u0301t'])(
    'text.mixedScript: %j is fine',
    (text) => {
      expect(said('text.mixedScript', text)).toBeNull();
    },
  );

  it('text.mixedScript: an email address has no look-alike letter at all', () => {
    expect(codesOf({ email: 'bob@асме.com' })).toEqual(['email.invalid', 'text.mixedScript']);
  });

  it.each(['=1+1', '+49 30 123', '-1', '@ana'])('text.formula: %j would be run', (text) => {
    expect(said('text.formula', text)).toEqual({
      fix: null,
      sentence: `“${text}” begins with “${text.charAt(0)}”, so a spreadsheet would run it as a formula.`,
    });
  });

  it.each(['\tx', '\rx'])('text.formula: %j would be run', (text) => {
    expect(said('text.formula', text, 'profile')?.sentence).toBe(
      '“x” begins with a tab or line break, so a spreadsheet would run it as a formula.',
    );
  });

  it('text.formula: not where the column has a rule that refuses it anyway', () => {
    expect(codesOf({ email: '@acme.com' })).toEqual(['email.invalid']);
    expect(codesOf({ startDate: '=TODAY()' })).toEqual(['date.invalid']);
  });

  it('required: an empty cell, or one that only looks so, and nothing else is said of it', () => {
    for (const text of ['', '  ', '\u00a0', '\u200b']) {
      expect(codesOf({ firstName: text })).toContain('required');
    }
    expect(codesOf({ firstName: '  ' })).toEqual(['required']);
    expect(said('required', '', 'role')).toEqual({
      fix: null,
      sentence: 'Role is empty; Agent Connect needs it.',
    });
  });

  it('required: nothing is asked of a row without any text', () => {
    const blank = { role: '', canManageTeams: '', email: '', firstName: '', lastName: '' };
    const channels = { phoneChannel: '', chatChannel: '', emailChannel: ' ', teamLeader: '' };
    expect(codesOf({ ...blank, ...channels })).toEqual([]);
    expect(codesOf({ ...blank, ...channels, homeTown: 'x' })).toHaveLength(9);
  });
});
