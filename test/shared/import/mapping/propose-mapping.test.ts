import { describe, expect, it } from 'vitest';
import { columnsInDoubt } from '../../../../shared/import/mapping/remember-mapping.ts';
import { proposeMapping } from '../../../../shared/import/mapping/propose-mapping.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import type { Settings } from '../../../../shared/rules/settings.ts';
import { judgeWith, openSources } from './open-sources.ts';

/** What each column of a file is proposed for: the columns of the roster by the headers that they are made of. */
function proposed(
  rows: readonly (readonly string[])[],
  some: Partial<Settings> = {},
): Record<string, readonly string[] | string> {
  const [header = [], ...others] = rows;
  const { roster, sources } = openSources(header, ...others);
  const { mapping } = finish(proposeMapping(roster, sources, judgeWith(some)));
  const headerAt = (index: number): string => sources[index]?.header ?? '';
  return Object.fromEntries(
    mapping.map(({ key, from }) => {
      if (from.kind === 'constant') return [key, from.text];
      if (from.kind === 'leads') return [key, 'who leads'];
      return [key, from.kind === 'joined' ? from.columns.map(headerAt) : headerAt(from.column)];
    }),
  );
}

const column = (header: string, ...texts: string[]): string[][] => [
  ['Home Town', header],
  ...texts.map((text) => ['Cork', text]),
];

describe('proposeMapping', () => {
  it('understands a file as human resources send it', () => {
    const rows = [
      ['Name', 'Status', 'Gruppe 1', 'Gruppe 2', 'Führungskraft', 'Wohnort'],
      ['Eze, Amara', 'FT', 'Support', 'Tier 2', 'lea@acme.example', 'Cork'],
      ['Ruiz, Ana', 'PT', 'Support', '', 'lea@acme.example', ''],
    ];
    expect(proposed(rows)).toEqual({
      teamLeader: 'Führungskraft',
      canManageTeams: 'who leads',
      homeTown: 'Wohnort',
      firstName: 'Name',
      lastName: 'Name',
      employmentStatus: 'Status',
      groups: ['Gruppe 1', 'Gruppe 2'],
    });
  });

  it.each([
    ['email', 'Konto', ['ana@acme.example', 'bo@acme.example', 'cy@acme.example']],
    ['teamLeader', 'Wer', ['lea@a.example', 'lea@a.example', 'lea@a.example', 'lea@a.example']],
    ['groups', 'Was', ['{A, B}', '{A}', '{C}']],
    ['startDate', 'Wann', ['2026-03-01', '15.04.2025', '1.2.2024']],
    ['employmentStatus', 'Art', ['Vollzeit', 'FT', 'Teilzeit']],
    ['employmentStatus', 'Jornada', ['Completa', 'Parcial', 'Jornada completa']],
    ['employmentStatus', 'Orario', ['Tempo pieno', 'Tempo parziale']],
    ['firstName', 'Legal First Name', ['Ana', 'Bo', 'Cy']],
    ['lastName', 'Legal Last Name', ['Eze', 'St. John', 'Berg']],
    ['teamLeader', 'Manager Name', ['Ana Ruiz (10234)', 'Bo Berg (10235)']],
    ['employeeId', 'Was', ['00123', '00124', '00125']],
    ['lastName', 'Leute', ['Eze, Amara', 'Ruiz, Ana', 'Berg, Bo']],
    ['lastName', 'Name', ['Eze, Amara', 'Ana Ruiz', '?ukasz Berg', 'Li']],
  ])('finds %s by its texts', (key, header, texts) => {
    expect(proposed(column(header, ...texts))).toMatchObject({ [key]: key === 'groups' ? [header] : header });
  });

  it.each([
    ['Geburtsdatum', ['1990-03-01', '1985-04-15', '1979-02-01']],
    ['Telefon privat', ['0401230', '0401231', '0401232']],
    ['Correo particular', ['ana@home.example', 'bo@home.example', 'cy@home.example']],
    ['Private Email', ['ana@home.example', 'bo@home.example', 'cy@home.example']],
    ['Status', ['ill', 'away', 'here']],
    ['Farbe', ['rot', 'blau', 'rot']],
    ['Leer', ['', '', '']],
  ])('leaves %s alone', (header, texts) => {
    expect(proposed(column(header, ...texts))).toEqual({ homeTown: 'Home Town' });
  });

  /** Texts among blank cells: most of a column is empty in many files. */
  const sparse = (texts: readonly string[], blanks: number): string[] =>
    texts.flatMap((text, at) => [...Array.from({ length: blanks }, () => (at % 2 === 0 ? '' : ' ')), text]);

  it.each([
    ['email', 'Konto', ['ana@acme.example', 'bo@acme.example']],
    ['startDate', 'Wann', ['2026-03-01']],
    ['employmentStatus', 'Status', ['FT', 'PT']],
    ['homeTown', 'Wohnort', ['Cork']],
  ])('finds %s in a column that is mostly blank', (key, header, texts) => {
    const rows = [['Phone', header], ...sparse(texts, 300).map((text) => ['y', text])];
    expect(proposed(rows)).toMatchObject({ [key]: header });
  });

  it('goes by the first 500 texts of a column, however many blanks are before them', () => {
    const addresses = Array.from({ length: 500 }, (_, at) => `p${at}@acme.example`);
    const numbers = Array.from({ length: 900 }, (_, at) => `${at} Main Street`);
    const told = (texts: readonly string[]): unknown => proposed(column('Was', ...texts))['email'];
    expect(told([...sparse(addresses.slice(0, 2), 600), ...addresses.slice(2), ...numbers])).toBe('Was');
    expect(told([...addresses.slice(0, 390), ...numbers])).toBeUndefined();
  });

  /** The column that a file’s one unknown column is proposed for. */
  const keyFor = (header: string, texts: readonly string[]): string | undefined =>
    Object.entries(proposed(column(header, ...texts))).find(([, from]) => from !== 'Home Town')?.[0];

  it('takes texts alone for addresses where four in five are', () => {
    expect(keyFor('Was', ['a@x.yz', 'b@x.yz', 'c@x.yz', 'd@x.yz', '12 Main Street'])).toBe('email');
    expect(keyFor('Was', ['a@x.yz', 'b@x.yz', 'c@x.yz', '12 Main Street'])).toBeUndefined();
  });

  it('takes addresses for those of leaders where fewer than 60 % differ, of four or more', () => {
    const addresses = (many: number, different: number): string[] =>
      Array.from({ length: many }, (_, at) => `p${at % different}@acme.example`);
    expect(keyFor('Was', addresses(3, 1))).toBe('email');
    expect(keyFor('Was', addresses(4, 1))).toBe('teamLeader');
    expect(keyFor('Was', addresses(5, 2))).toBe('teamLeader');
    expect(keyFor('Was', addresses(5, 3))).toBe('email');
  });

  it('follows a header where half of the texts look like it', () => {
    expect(keyFor('Kontakt', ['a@x.yz', 'none'])).toBe('email');
    expect(keyFor('Kontakt', ['a@x.yz', 'none', 'gone'])).toBeUndefined();
  });

  it('tells the address from the channel where “Mail” could be either', () => {
    const rows = [
      ['E-Mail dienstlich', 'Mail?', 'Leitet Team'],
      ['ana@acme.example', 'Ja', 'Ja'],
      ['bo@acme.example', 'Nein', 'Nein'],
      ['cy@acme.example', 'Ja', 'Nein'],
    ];
    expect(proposed(rows)).toEqual({
      email: 'E-Mail dienstlich',
      emailChannel: 'Mail?',
      canManageTeams: 'Leitet Team',
    });
  });

  it.each([
    [['Emp #', 'Employee', 'Lead'], ['000017', 'O’Neill, Kate', 'yes'], { firstName: 'Employee' }],
    [['ID empleado', 'Nombre', 'Lead'], ['000017', 'Núñez Cano, Ana', 'no'], { firstName: 'Nombre' }],
    [['Employee', 'Emp ID', 'Lead'], ['Kate O’Neill', '000017', 'n'], { firstName: 'Employee' }],
  ])(
    'makes names of %j where the texts are names, whatever else the header may mean',
    (header, row, made) => {
      expect(proposed([header, row])).toMatchObject({ ...made, canManageTeams: 'Lead' });
    },
  );

  it('knows roles and groups of the organization by name', () => {
    const settings = { roles: ['Agent', 'Admin'], groups: ['Support', 'Sales'] };
    const rows = [
      ['Home Town', 'A', 'B'],
      ['Cork', 'agent', 'Sales'],
      ['Cork', 'Admin', 'support'],
    ];
    expect(proposed(rows, settings)).toMatchObject({ role: 'A', groups: ['B'] });
  });

  it('takes, of two columns for one, the one whose texts fit, and leaves what stands', () => {
    const rows = [
      ['Role', 'Mail', 'E-Mail-Adresse', 'Login'],
      ['Agent', 'unknown', 'a@x.example', 'a@y.example'],
      ['Agent', '', 'b@x.example', 'b@y.example'],
    ];
    expect(proposed(rows)).toMatchObject({ role: 'Role', email: 'E-Mail-Adresse' });
  });

  it('maps what can only mean one thing, and says why it proposes what', () => {
    const { roster, sources } = openSources(
      ...(column('Status', 'FT', 'PT', 'Praktikum', 'FT') as [string[]]),
    );
    const { mapping, reasons } = finish(proposeMapping(roster, sources, judgeWith()));
    expect(mapping.find(({ key }) => key === 'employmentStatus')?.values).toEqual([
      { from: 'FT', to: 'Full Time' },
      { from: 'PT', to: 'Part Time' },
    ]);
    expect(reasons.get(1)?.why).toBe('Its header suggests it.');
  });
});

describe('columnsInDoubt', () => {
  const doubt = (...rows: [string[], ...string[][]]): boolean => {
    const { roster, sources, notices } = openSources(...rows);
    return columnsInDoubt(roster, sources, notices, null, '2026-06-01');
  };
  const whole = ['Role', 'Can Manage Teams', 'Email', 'First Name', 'Last Name', 'Phone', 'Chat'];
  const channel = [...whole, 'Email Channel', 'Team Leader'];
  const person = ['Agent', 'n', 'a@x.yz', 'Ana', 'Ruiz', 'y', 'y', 'n', 'lea@x.yz'];

  it('is where two columns claim one, or one holds something else than it says', () => {
    expect(doubt([...channel, 'Mail'], [...person, 'b@x.yz'])).toBe(true);
    expect(doubt(channel, person.with(5, '+353 21 4567890'))).toBe(true);
  });

  it('is where somebody’s last day has come, and not while all of them are ahead', () => {
    const leaving = [...channel, 'Termination Date'];
    expect(doubt(leaving, [...person, '31.05.2026'])).toBe(true);
    expect(doubt(leaving, [...person, '30.06.2026'])).toBe(false);
    expect(doubt([...channel, 'Review date'], [...person, '31.05.2026'])).toBe(false);
  });

  it('is where a required column is missing while another is not known', () => {
    expect(doubt(whole.slice(1).concat('Funktion'), person.slice(1, 7).concat('Agent'))).toBe(true);
    expect(doubt(whole.slice(1).concat('Funktion'), person.slice(1, 7).concat(''))).toBe(false);
  });

  it('is not where all that is required is there, nor where nobody is', () => {
    expect(doubt([...channel, 'Note'], [...person, 'nice'])).toBe(false);
    expect(doubt(['Role', 'Funktion'])).toBe(false);
  });
});
