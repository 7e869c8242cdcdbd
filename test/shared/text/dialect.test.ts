import { describe, expect, it } from 'vitest';
import { detectDelimiter, isSeparatorLine, settleDialect } from '../../../shared/text/dialect.ts';
import { WRITE_FORMATS } from '../../../shared/text/formats.ts';
import { serialize } from '../../../shared/text/serialize.ts';

const rows = [
  ['*Role', 'Email Address', 'Group Assignments', 'Profile'],
  ['Agent', 'ana@acme.com', '{Support, Tier 2}', 'Likes tea; coffee | water,\nand cake'],
  ['Agent', 'bob@acme.com', '', ''],
];

describe('detectDelimiter', () => {
  it.each(['\t', ',', ';', '|'] as const)('finds %j under headers of known columns', (delimiter) => {
    expect(detectDelimiter(serialize(rows, delimiter))).toBe(delimiter);
  });

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

describe('settleDialect', () => {
  it('believes the line by which a text tells Excel its delimiter', () => {
    expect(settleDialect('\uFEFFsep=;\r\nRole,Email;First Name,x\r\n').delimiter).toBe(';');
    expect(settleDialect('SEP=|\nRole,Email,First Name\n').delimiter).toBe('|');
    expect(settleDialect('sep=:\nRole,Email\n').delimiter).toBe(',');
    expect(isSeparatorLine(['sep=', ''])).toBe(true);
    expect(isSeparatorLine(['sep=;'])).toBe(true);
    expect(isSeparatorLine(['sep=', 'x'])).toBe(false);
  });

  it('takes single quotes for quotation marks only where most cells stand in them', () => {
    expect(settleDialect("'Role','Email'\n'Agent','a@b.c'\n").quote).toBe('single');
    expect(settleDialect("Role,Name,Town\nAgent,O'Neil,'s-Gravenhage\n'x',y,z\n").quote).toBe('double');
    expect(settleDialect("'0012\n'0013\n").quote).toBe('double');
  });

  it('takes the user’s word', () => {
    expect(settleDialect('a,b\n', { delimiter: '|', quote: 'none' })).toEqual({
      delimiter: '|',
      quote: 'none',
    });
  });
});
