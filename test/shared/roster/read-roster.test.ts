import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import { createRosterReader } from '../../../shared/roster/read-roster.ts';
import { textsOf } from './make-roster.ts';
import { finish, kinds, read } from './read-rows.ts';

const HEADER = columns.filter(({ standard }) => standard).map(({ header }) => header);

describe('createRosterReader', () => {
  it('puts known columns, in any order, to their places of the catalogue', () => {
    const {
      roster,
      columns: source,
      notices,
      headerLine,
      lines,
    } = read(['Surname', '*Role', 'E-mail'], ['Ruiz', 'Agent', 'ana@acme.com']);
    expect(roster.rows[0]?.cells).toHaveLength(columns.length);
    expect(textsOf(roster, 'lastName')).toEqual(['Ruiz']);
    expect(textsOf(roster, 'role')).toEqual(['Agent']);
    expect(source).toEqual([
      { header: 'Surname', key: 'lastName', position: AT.lastName, place: 0 },
      { header: '*Role', key: 'role', position: AT.role, place: 1 },
      { header: 'E-mail', key: 'email', position: AT.email, place: 2 },
    ]);
    expect({ notices, headerLine, lines }).toEqual({ notices: [], headerLine: 1, lines: [2] });
  });

  it('finds a header that only hints at columns, and takes no person for one', () => {
    const { headerLine, roster } = read(
      ['Personal, Stand Mai'],
      ['Name', 'Abteilung', 'Status', 'Gruppe 1'],
      ['Eze, Amara', 'Service', 'FT', 'Support'],
    );
    expect([headerLine, roster.rows.length]).toEqual([2, 1]);
    expect(
      finish([
        ['Ana Ruiz', 'Agent', 'Service', 'Type 2'],
        ['Bo Kim', 'Agent', 'Team', 'Type 1'],
      ]).ok,
    ).toBe(false);
  });

  it('reads the same whichever way the rows arrive', () => {
    const rows = [
      ['Team'],
      [''],
      HEADER,
      ...Array.from({ length: 40 }, (_, n) => ['Agent', 'n', `${n}@x.y`]),
    ];
    const reader = createRosterReader('hires.txt');
    for (const row of rows) reader.add([row]);
    expect(reader.finish()).toEqual(finish(rows));
  });

  it('finds the header below titles and blank rows, and says what it left out', () => {
    const { notices, headerLine, lines } = read(
      ['New hires', '', 'spring'],
      ['', '  '],
      ['Role', 'Email'],
      ['Agent', 'a@x.y'],
      ['\u00a0'],
      ['Agent', 'b@x.y'],
      [''],
    );
    expect(notices).toEqual([
      { kind: 'titleRows', lines: [1], texts: ['New hires, spring'] },
      { kind: 'blankRows', lines: [2, 5] },
    ]);
    expect({ headerLine, lines }).toEqual({ headerLine: 3, lines: [4, 6] });
  });

  it('carries columns that it does not know, and gives them back in the order of the file', () => {
    const {
      roster,
      columns: source,
      notices,
    } = read(['Notes', 'Role', 'Notes', 'Email'], ['n1', 'Agent', 'n2', 'a@x.y']);
    const at = columns.length;
    expect(roster.columns.carried).toEqual([
      { position: at, header: 'Notes' },
      { position: at + 1, header: 'Notes' },
    ]);
    expect(roster.rows[0]?.cells.slice(at)).toEqual(['n1', 'n2']);
    expect(source.map(({ position }) => position)).toEqual([at, AT.role, at + 1, AT.email]);
    expect(kinds(notices)).toEqual(['carriedColumns']);
  });

  it('carries both columns that claim one key', () => {
    const { roster, notices } = read(['Role', 'Email', 'Work Email'], ['Agent', 'a@x.y', 'b@x.y']);
    expect(textsOf(roster, 'email')).toEqual(['']);
    expect(roster.columns.carried.map(({ header }) => header)).toEqual(['Email', 'Work Email']);
    expect(notices).toEqual([
      { kind: 'claimedTwice', key: 'email', headers: ['Email', 'Work Email'], taken: null },
    ]);
  });

  it('prefers the catalogue’s own header and says so', () => {
    const { roster, notices } = read(['Role', 'Email', 'Email Address'], ['Agent', 'a@x.y', 'b@x.y']);
    expect(textsOf(roster, 'email')).toEqual(['b@x.y']);
    expect(notices).toEqual([
      { kind: 'claimedTwice', key: 'email', headers: ['Email', 'Email Address'], taken: 'Email Address' },
    ]);
  });

  it('security 8: reads a file in which every column stands twice', () => {
    const { roster, notices } = read(
      [...HEADER, ...HEADER],
      [...HEADER.map(() => 'a'), ...HEADER.map(() => 'b')],
    );
    expect(roster.columns.carried).toHaveLength(2 * HEADER.length);
    expect(roster.rows[0]?.cells.slice(columns.length).join('')).toBe(
      'a'.repeat(HEADER.length) + 'b'.repeat(HEADER.length),
    );
    expect(kinds(notices)).toEqual(HEADER.map(() => 'claimedTwice'));
  });

  it('carries text without a header, and gives all rows one length', () => {
    const { roster, notices } = read(
      ['Role', 'Email', ''],
      ['Agent'],
      ['Agent', 'a@x.y', 'x', '', 'y', ' '],
      ['Agent', 'b@x.y'],
    );
    const at = columns.length;
    expect(roster.columns.carried).toEqual([
      { position: at, header: 'Column 3' },
      { position: at + 1, header: 'Column 5' },
    ]);
    expect(roster.rows.map(({ cells }) => cells.slice(at))).toEqual([
      ['', ''],
      ['x', 'y'],
      ['', ''],
    ]);
    expect(notices).toEqual([
      { kind: 'unnamedColumn', header: 'Column 3' },
      { kind: 'unnamedColumn', header: 'Column 5' },
    ]);
  });

  it('leaves out columns without header and text', () => {
    const {
      roster,
      columns: source,
      notices,
    } = read(['', 'Role', 'Email', '', ''], ['', 'Agent', 'a@x.y', '', '', '']);
    expect(roster.columns.carried).toEqual([]);
    expect(source.map(({ key }) => key)).toEqual(['role', 'email']);
    expect(notices).toEqual([]);
  });

  it('takes a row for the header that names one column only', () => {
    const { roster, headerLine } = read(['Our team'], ['Full Name', 'E-mail'], ['Ana Ruiz', 'ana@acme.com']);
    expect({ headerLine, emails: textsOf(roster, 'email') }).toEqual({
      headerLine: 2,
      emails: ['ana@acme.com'],
    });
  });

  it('shows optional columns that the file has', () => {
    const { roster } = read(['Photo URL', 'Role', 'License Type'], ['', 'Agent', 'Standard']);
    expect(roster.columns.optional).toEqual(['licenseType', 'photoUrl']);
  });

  it('takes the first line alone for one that says what separates the cells', () => {
    const { notices, lines } = read(['sep=;'], ['sep=;'], ['Role', 'Email'], ['sep=;'], ['Agent', 'a@x.y']);
    expect(notices).toEqual([{ kind: 'separatorLine' }, { kind: 'titleRows', lines: [1], texts: ['sep=;'] }]);
    expect(lines).toEqual([3, 4]);
    expect(read(['Role', 'Email'], ['sep=;'], ['Agent', 'a@x.y']).notices).toEqual([]);
  });

  it('reads a header in two lines, as merged cells make it, and says so', () => {
    const { roster, notices, headerLine } = read(
      ['Role', 'Email', 'Name', '', 'Channels', ''],
      ['', '', 'First Name', 'Last Name', 'Phone Channel', 'Chat Channel'],
      ['Agent', 'a@x.y', 'Ann', 'Lee', 'y', 'n'],
    );
    expect(textsOf(roster, 'lastName')).toEqual(['Lee']);
    expect(textsOf(roster, 'chatChannel')).toEqual(['n']);
    expect({ headerLine, notices }).toEqual({
      headerLine: 1,
      notices: [{ kind: 'headerInTwo', lines: [1, 2] }],
    });
  });

  it.each([
    ['in capitals', ['ROLE', 'EMAIL']],
    ['with a star, spaces and a note', ['*Role', ' Email (work) ']],
    ['in full-width letters', ['Ｒｏｌｅ', 'Email']],
  ])('makes no person of a header row that comes again %s', (_, again) => {
    const { lines, notices } = read(['Role', 'Email'], ['Agent', 'a@x.y'], again, ['Agent', 'b@x.y']);
    expect(lines).toEqual([2, 4]);
    expect(notices).toEqual([{ kind: 'repeatedHeader', lines: [3] }]);
  });

  it('keeps a person who is called as a column is', () => {
    const { lines } = read(['Role', 'Email', 'Name'], ['Role', '', 'Email'], ['Role', 'Email', 'Ann']);
    expect(lines).toEqual([2, 3]);
  });

  it('makes no person of a header row that comes again', () => {
    const { lines, notices } = read(
      ['Role', 'Email'],
      ['Agent', 'a@x.y'],
      ['Role', 'Email', ''],
      ['Agent', 'b@x.y'],
    );
    expect(lines).toEqual([2, 4]);
    expect(notices).toEqual([{ kind: 'repeatedHeader', lines: [3] }]);
  });

  it('does not take phone numbers for the phone channel', () => {
    const {
      roster,
      columns: source,
      notices,
    } = read(
      ['Role', 'Phone', 'Chat', 'Email'],
      ['Agent', '+1 555 010 2030', 'y', 'a@x.y'],
      ['Agent', '', 'n', 'b@x.y'],
    );
    expect(textsOf(roster, 'phoneChannel')).toEqual(['', '']);
    expect(textsOf(roster, 'chatChannel')).toEqual(['y', 'n']);
    expect(roster.columns.carried).toEqual([{ position: columns.length, header: 'Phone' }]);
    expect(roster.rows.map(({ cells }) => cells.at(-1))).toEqual(['+1 555 010 2030', '']);
    expect(source[1]).toEqual({ header: 'Phone', key: null, position: columns.length, place: 1 });
    expect(notices).toEqual([
      { kind: 'contactColumn', header: 'Phone', key: 'phoneChannel', example: '+1 555 010 2030' },
    ]);
  });

  it('takes no y and n for addresses, though “Mail” names them', () => {
    const { roster, notices } = read(['Role', 'Mail?'], ['Agent', 'Ja'], ['Agent', 'Nein'], ['Agent', '']);
    expect(textsOf(roster, 'email')).toEqual(['', '', '']);
    expect(roster.rows.map(({ cells }) => cells.at(-1))).toEqual(['Ja', 'Nein', '']);
    expect(notices).toEqual([{ kind: 'contactColumn', header: 'Mail?', key: 'email', example: 'Ja' }]);
  });

  it.each([
    ['Employee', 'employeeId', 'Ana María Núñez'],
    ['Employee', 'employeeId', 'O’Neill, Kate'],
    ['Nombre', 'firstName', 'Núñez Cano, Ana'],
    ['Apellidos', 'lastName', 'Núñez Cano, Ana'],
    ['Lead', 'teamLeader', 'yes'],
  ] as const)('takes no “%s” for %s where it holds texts such as %j', (header, key, example) => {
    const { roster, notices } = read(['Role', header, 'City'], ['Agent', example, 'Cork'], ['Agent', '', '']);
    expect(textsOf(roster, key)).toEqual(['', '']);
    expect(roster.rows.map(({ cells }) => cells.at(-1))).toEqual([example, '']);
    expect(notices).toEqual([{ kind: 'contactColumn', header, key, example }]);
  });

  it('takes such a header at its word where its texts are those of the column', () => {
    const { roster, notices } = read(
      ['Employee', 'Nombre', 'Apellidos', 'Lead'],
      ['A-17', 'Ana María', 'Núñez Cano', 'Ruiz, Bea'],
      ['EMP 18', 'Jo', 'Lee', '17'],
      ['019', 'Ann Lee', 'O’Neill', 'bea@x.y'],
    );
    expect(textsOf(roster, 'employeeId')).toEqual(['A-17', 'EMP 18', '019']);
    expect(textsOf(roster, 'firstName')).toEqual(['Ana María', 'Jo', 'Ann Lee']);
    expect(textsOf(roster, 'lastName')).toEqual(['Núñez Cano', 'Lee', 'O’Neill']);
    expect(textsOf(roster, 'teamLeader')).toEqual(['Ruiz, Bea', '17', 'bea@x.y']);
    expect(notices).toEqual([]);
  });

  it('takes the catalogue’s own header for the channel, whatever the texts', () => {
    const { roster } = read(['Role', 'Phone Channel'], ['Agent', '555 010 2030']);
    expect(textsOf(roster, 'phoneChannel')).toEqual(['555 010 2030']);
  });

  it('carries columns that are claimed twice though nobody has text in them', () => {
    const { roster, columns: source } = read(['Role', 'Email', 'E-mail'], ['Agent', '', '']);
    expect(roster.columns.carried.map(({ header }) => header)).toEqual(['Email', 'E-mail']);
    expect(source).toHaveLength(3);
  });

  it('lists carried columns by their place in the rows, whenever they came to be carried', () => {
    const { roster, columns: source } = read(
      ['Role', 'Phone', 'Email', 'Notes'],
      ['Agent', '+1 555 010 2030', 'a@x.y', 'new'],
    );
    const at = columns.length;
    expect(roster.columns.carried).toEqual([
      { position: at, header: 'Notes' },
      { position: at + 1, header: 'Phone' },
    ]);
    expect(roster.rows[0]?.cells.slice(at)).toEqual(['new', '+1 555 010 2030']);
    expect(source.map(({ header }) => header)).toEqual(['Role', 'Phone', 'Email', 'Notes']);
  });

  it('says the titles above the header without their blank cells', () => {
    const { notices } = read(['', 'New hires', ' ', '2026'], ['Role', 'Email'], ['Agent', 'a@x.y']);
    expect(notices).toEqual([{ kind: 'titleRows', lines: [1], texts: ['New hires, 2026'] }]);
  });

  it('reads a header and nobody below it', () => {
    const { roster, notices } = read(HEADER, ['', '']);
    expect(roster.rows).toEqual([]);
    expect(kinds(notices)).toEqual(['noPeople']);
  });

  it('hands on what was wrong with the quotes', () => {
    const reader = createRosterReader('hires.txt');
    reader.add([HEADER, ['Agent']]);
    const result = reader.finish([{ line: 2, what: 'opening' }]);
    expect(result.ok && result.value.notices).toEqual([{ kind: 'quoteAsText', lines: [2] }]);
  });

  it('security 8: keeps texts such as __proto__ and equal texts as they are', () => {
    const { roster } = read(['Role', '__proto__'], ['constructor', '__proto__'], ['constructor', 'toString']);
    expect(textsOf(roster, 'role')).toEqual(['constructor', 'constructor']);
    expect(roster.rows.map(({ cells }) => cells.at(-1))).toEqual(['__proto__', 'toString']);
  });

  it('reads a file of 400 columns', () => {
    const extra = Array.from({ length: 398 }, (_, index) => `Extra ${index}`);
    const { roster } = read(['Role', 'Email', ...extra], ['Agent', 'a@x.y', ...extra]);
    expect(roster.rows[0]?.cells.slice(columns.length)).toEqual(extra);
  });
});

describe('rows that are no roster', () => {
  it.each<[string, string[][]]>([
    ['no rows', []],
    ['blank rows', [[''], ['', ' ']]],
    [
      'people without a header',
      [
        ['Team Leader', 'y', 'ana@acme.com', 'Country'],
        ['Agent', 'n', 'bob@acme.com', ''],
      ],
    ],
    [
      'other tables',
      [
        ['Product', 'Price'],
        ['Tea', '3.50'],
      ],
    ],
    ['a header too far down', [...Array.from({ length: 25 }, () => ['title', 'more']), HEADER]],
  ])('have no header: %s', (_, rows) => {
    expect(finish(rows)).toEqual({
      ok: false,
      failure: { code: 'roster.noHeader', facts: { name: 'hires.txt' } },
    });
  });

  it('have too many columns, in the header or beyond it', () => {
    const wide = Array.from({ length: 501 }, (_, index) => `Extra ${index}`);
    const failure = { code: 'roster.tooManyColumns', facts: { name: 'hires.txt', columns: 503, most: 500 } };
    expect(finish([['Role', 'Email', ...wide]])).toEqual({ ok: false, failure });
    expect(
      finish([
        ['Role', 'Email'],
        ['', '', ...wide],
      ]),
    ).toEqual({ ok: false, failure });
    expect(finish([['Role', 'Email', ...wide.map(() => '')], ['Agent']]).ok).toBe(true);
  });

  it('are too many, and are counted', () => {
    const reader = createRosterReader('hires.txt');
    reader.add([['Role', 'Email']]);
    const rows = Array.from({ length: 1000 }, () => ['Agent']);
    for (let part = 0; part < 501; part += 1) reader.add(rows);
    expect(reader.finish()).toEqual({
      ok: false,
      failure: { code: 'roster.tooManyRows', facts: { name: 'hires.txt', rows: 501_000, most: 500_000 } },
    });
  });
});
