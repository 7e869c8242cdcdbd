import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDelimiter, isSeparatorLine, resolveDialect } from '../../../shared/text/dialect.ts';
import {
  delimiterName,
  delimiterNames,
  DELIMITERS,
  isDelimiter,
  WRITE_FORMATS,
} from '../../../shared/text/formats.ts';
import { createTextParser, parseText } from '../../../shared/text/parse-text.ts';
import { serialize } from '../../../shared/text/serialize.ts';

const rows = [
  ['*Role', 'Email Address', 'Group Assignments', 'Profile'],
  ['Agent', 'ana@acme.com', '{Support, Tier 2}', 'Likes tea; coffee | water,\nand cake'],
  ['Agent', 'bob@acme.com', '', ''],
];

describe('detectDelimiter', () => {
  it.each([...DELIMITERS, ':', '#', '*', '/', '\u0002', '·', '\u00a7'])(
    'finds %j under headers of known columns',
    (delimiter) => {
      expect(detectDelimiter(serialize(rows, delimiter))).toBe(delimiter);
    },
  );

  it('finds the delimiter of every form that is written', () => {
    for (const form of Object.values(WRITE_FORMATS)) {
      if (form.kind === 'text')
        expect(detectDelimiter(`\uFEFF${serialize(rows, form.delimiter)}`)).toBe(form.delimiter);
    }
  });

  it('believes the headers, not the commas of the people', () => {
    const text =
      'Role;First Name;Groups\nAgent;Ana, Maria, Eva;{A, B, C}\nAgent;Bob, Rob, Robert;{A, B, C}\n';
    expect(detectDelimiter(text)).toBe(';');
  });

  it('believes the number of cells that rows agree on where no header is known', () => {
    expect(detectDelimiter('a,b|c\nd|e,f,g\nh|i\n')).toBe('|');
    expect(detectDelimiter('x;y;z\n1,5;2,5;3,5\n1;2,5;3\n')).toBe(';');
  });

  it('looks past a title and blank lines, and reads CR line ends', () => {
    expect(detectDelimiter('New hires, spring\r\rRole\tEmail\tFirst Name\rAgent\ta@b.c\tAna\r')).toBe('\t');
  });

  it('does not count a last row that the sample has cut', () => {
    expect(detectDelimiter('a;b\nc;d\ne,f,g,h,"i')).toBe(';');
    expect(detectDelimiter('a;b\ne,f,g,h,"i')).toBe(';');
  });

  it('counts the only row, even without a line end', () => {
    expect(detectDelimiter('a;b')).toBe(';');
  });

  it('believes the rows where only one header is known: a title may be one', () => {
    expect(detectDelimiter('Role; list\na,b\nc,d\ne,f\n')).toBe(',');
    expect(detectDelimiter('Role; Email\na,b\nc,d\ne,f\n')).toBe(';');
  });

  it('goes by the rows where two delimiters show as many headers', () => {
    expect(detectDelimiter('Role,Email\nRole;Email\na;b\nc;d\n')).toBe(';');
  });

  it('counts the last row where the sample ends with it', () => {
    expect(detectDelimiter('a;b\ne,f,g\n')).toBe(',');
  });

  it('looks at the first 25 rows alone', () => {
    expect(detectDelimiter(`${'a;b\n'.repeat(13)}${'c,d\n'.repeat(40)}`)).toBe(';');
  });

  it('does not count delimiters inside quotes', () => {
    expect(detectDelimiter('"a,b,c";"d,e,f"\n"g,h,i";"j,k,l"\n')).toBe(';');
  });

  it('takes text of one column, and no text, for tab-delimited', () => {
    expect(detectDelimiter('Email\na@b.c\n')).toBe('\t');
    expect(detectDelimiter('')).toBe('\t');
  });
});

describe('a delimiter of any single character', () => {
  const mark = fc
    .oneof(fc.integer({ min: 1, max: 0xff }), fc.constantFrom(0x2016, 0x2022, 0x1f680))
    .map((code) => String.fromCodePoint(code))
    .filter((text) => isDelimiter(text) && !/[\p{L}\p{N}\p{M}\s@*{}']/u.test(text));

  it('is found by the headers that it shows, and read as it was written', () => {
    fc.assert(
      fc.property(mark, (delimiter) => {
        const text = serialize(rows, delimiter);
        const dialect = resolveDialect(text);
        expect(dialect).toEqual({ delimiter, quote: 'double', wrapped: false });
        expect(parseText(text, dialect.delimiter, dialect.quote)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['], \\, ^, -'.split(', ')].flat())(
    'is written so that a cell that holds it stays one: %j',
    (delimiter) => {
      const held = [[`a${delimiter}b`, 'c"d', '\\d', 'x-z']];
      expect(parseText(serialize(held, delimiter), delimiter)).toEqual(held);
    },
  );

  it('is no mark that times or paths have the same number of in each row', () => {
    expect(detectDelimiter('a,b;10:30\nc;11:30\nd,e,f;12:00\n')).toBe(';');
    expect(detectDelimiter('Role/Email/First Name\na,b\nc,d\ne,f\n')).toBe(',');
  });

  it.each([
    ['"', false],
    ['\n', false],
    ['\r', false],
    ['\ufeff', false],
    ['\ud83d', false],
    ['', false],
    [',,', false],
    ['\u0001', true],
    ['¦', true],
    [' ', true],
    ['\u{1f680}', true],
  ])('can be %j: %s', (text, is) => {
    expect(isDelimiter(text)).toBe(is);
  });

  it.each([
    ['\t', 'tab', 'tabs'],
    ['^', 'caret', 'carets'],
    ['#', '“#”', '“#”'],
    ['\u0001', 'the character U+0001', 'the character U+0001'],
    ['\u00a0', 'the character U+00A0', 'the character U+00A0'],
  ])('has a name: %j', (delimiter, one, several) => {
    expect([delimiterName(delimiter), delimiterNames(delimiter)]).toEqual([one, several]);
  });
});

/** Lines as a program writes them that takes each for one cell. */
function wrap(text: string): string {
  return text.replaceAll(/^.+$/gm, (line) => `"${line.replaceAll('"', '""')}"`);
}

describe('lines that stand in quotation marks as a whole', () => {
  const people = [
    ['Role', 'Email Address', 'First Name', 'Profile'],
    ['Agent', 'ana@acme.com', 'Ana', 'Likes "tea", coffee'],
    ['Agent', 'bob@acme.com', 'Bob', ''],
  ];

  it.each(['\t', ',', ';', '|', '^'])('are read as what they hold, whose delimiter is %j', (delimiter) => {
    const text = wrap(serialize(people, delimiter).replaceAll('\r', ''));
    const dialect = resolveDialect(text);
    expect(dialect).toEqual({ delimiter, quote: 'double', wrapped: true });
    expect(parseText(text, dialect.delimiter, dialect.quote, dialect.wrapped)).toEqual(people);
  });

  it('may have a header that stands in none, blank lines between, and CR LF at their ends', () => {
    const [header = '', ...rest] = wrap(serialize(people, ',').replaceAll('\r', '')).split('\n');
    const text = [header.slice(1, -1), '', ...rest].join('\r\n');
    const { delimiter, quote, wrapped } = resolveDialect(text);
    expect(parseText(text, delimiter, quote, wrapped).filter((row) => row.length > 1)).toEqual(people);
  });

  it.each([
    ['of one column', '"Doe, John"\n"Roe, Jane"\n"Poe, Ann"\n'],
    ['of which each cell is quoted', serialize(people, ',').replaceAll(/[^,\r\n"]+/g, '"$&"')],
    ['of a header alone', '"Role,Email Address,First Name"\n'],
    ['where the user has named the quotation marks', null],
  ])('are not those of a text %s', (_, text) => {
    const told = text === null ? ({ quote: 'double' } as const) : {};
    expect(resolveDialect(text ?? wrap(serialize(people, ',')), told).wrapped).toBe(false);
  });

  it('are read alike in slices of any size', () => {
    const whole = wrap(serialize(people, ',').replaceAll('\r', ''));
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), (cut) => {
        const parser = createTextParser(',', 'double', true);
        const read = parser.push(whole.slice(0, cut)).concat(parser.push(whole.slice(cut)), parser.end());
        expect(read).toEqual(people);
      }),
    );
  });
});

describe('settleDialect', () => {
  it('believes the line by which a text tells Excel its delimiter', () => {
    expect(resolveDialect('\uFEFFsep=;\r\nRole,Email;First Name,x\r\n').delimiter).toBe(';');
    expect(resolveDialect('SEP=|\nRole,Email,First Name\n').delimiter).toBe('|');
    expect(resolveDialect('sep=:\nRole,Email\n').delimiter).toBe(',');
    expect(isSeparatorLine(['sep=', ''])).toBe(true);
    expect(isSeparatorLine(['sep=;'])).toBe(true);
    expect(isSeparatorLine(['sep=', 'x'])).toBe(false);
  });

  it('takes single quotes for quotation marks only where most cells stand in them', () => {
    expect(resolveDialect("'Role','Email'\n'Agent','a@b.c'\n").quote).toBe('single');
    expect(resolveDialect("Role,Name,Town\nAgent,O'Neil,'s-Gravenhage\n'x',y,z\n").quote).toBe('double');
    expect(resolveDialect("'0012\n'0013\n").quote).toBe('double');
  });

  it('takes the user’s word', () => {
    expect(resolveDialect('a,b\n', { delimiter: '|', quote: 'none' })).toEqual({
      delimiter: '|',
      quote: 'none',
      wrapped: false,
    });
  });
});
