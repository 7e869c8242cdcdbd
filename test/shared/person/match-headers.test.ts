import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns } from '../../../shared/person/catalogue.ts';
import { FOREIGN_HEADERS } from '../../../shared/person/foreign-headers.ts';
import { areSurelyOtherHeaders, headerKey, matchHeaders } from '../../../shared/person/match-headers.ts';

const keysOf = (...headers: string[]) => matchHeaders(headers).map(({ key }) => key);

describe('headerKey', () => {
  it.each([
    ['*Role', 'Role'],
    [' home town ', 'Hometown'],
    ['E-MAIL', 'Email'],
    ['Phone Channel (y/n)', 'Phone Channel'],
    ['Employee ID (if applicable) *', 'employee_id'],
    ['＊Ｒｏｌｅ（y/n）', 'Role'],
    ['Pre\u0301nom', 'Prénom'],
    ['\uFEFFRole', 'Role'],
    ['Start\u00a0Date:', 'Start Date'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(headerKey(one)).toBe(headerKey(other));
  });

  it('keeps what stands in brackets if nothing else is there', () => {
    expect(headerKey('(Role)')).toBe('role');
  });
});

describe('areSurelyOtherHeaders', () => {
  const headers = fc.string({
    unit: fc.constantFrom(...Array.from('aAeEkK1 -*:()_\u0301\u0308\u20ddéÉß½ﬁＡＫⅣ\u212a\u00ad\ufeff')),
    maxLength: 6,
  });

  it('says so of no two texts with one key', () => {
    fc.assert(
      fc.property(headers, headers, (one, other) => {
        expect(areSurelyOtherHeaders(one, other) && headerKey(one) === headerKey(other)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('says so of a role under the header of the roles', () => {
    expect(areSurelyOtherHeaders('Role', 'Team Member')).toBe(true);
    expect(areSurelyOtherHeaders('Role', 'role*')).toBe(false);
  });
});

describe('the catalogue', () => {
  it('gives every header and alias to one column only', () => {
    const owners = new Map<string, Set<string>>();
    for (const column of columns) {
      for (const text of [column.header, ...column.aliases, ...(FOREIGN_HEADERS[column.key] ?? [])]) {
        const key = headerKey(text);
        owners.set(key, (owners.get(key) ?? new Set()).add(column.key));
      }
    }
    expect([...owners].filter(([, keys]) => keys.size > 1)).toEqual([]);
  });

  it('is matched by its own headers', () => {
    expect(keysOf(...columns.map(({ header }) => header))).toEqual(columns.map(({ key }) => key));
  });
});

describe('matchHeaders', () => {
  it('reads # as number, which it is in “Emp #”, and takes a # alone for nothing', () => {
    expect(keysOf('Emp #')).toEqual(['employeeId']);
    expect(keysOf('Staff#')).toEqual(['employeeId']);
    expect(keysOf('Employee #', '#', 'Role #')).toEqual(['employeeId', null, 'role']);
  });

  it.each([
    [['Vorname', 'Nachname', 'Führungskraft', 'Personal-Nr.', 'Eintrittsdatum', 'Beschäftigungsart']],
    [['Prénom', 'Nom de famille', 'Responsable', 'Matricule', 'Date d’embauche', 'Type de contrat']],
    [['Nombre', 'Apellidos', 'Jefe directo', 'Nº empleado', 'Fecha de alta', 'Tipo de jornada']],
    [['Prénom', 'Nom de famille', 'Responsable direct', 'N° employé', 'Date d’entrée', 'Temps de travail']],
    [['Nombre', 'Apellidos', 'Jefe de equipo', 'Número de empleado', 'Fecha de ingreso', 'Tipo de contrato']],
  ])('knows %j', (headers) => {
    expect(keysOf(...headers)).toEqual([
      'firstName',
      'lastName',
      'teamLeader',
      'employeeId',
      'startDate',
      'employmentStatus',
    ]);
  });

  it('knows the usual synonyms', () => {
    expect(keysOf('Given Name', 'SURNAME', 'Work E-mail', 'Emp. No.', 'Reports to', 'Bio', 'City')).toEqual([
      'firstName',
      'lastName',
      'email',
      'employeeId',
      'teamLeader',
      'profile',
      'homeTown',
    ]);
  });

  it('says which headers it does not know and which have no text', () => {
    expect(matchHeaders(['Notes', '  ', 'x'.repeat(10_000_000)]).map(({ doubt }) => doubt)).toEqual([
      'unknown',
      'empty',
      'unknown',
    ]);
  });

  it('takes neither of two headers that name one column', () => {
    expect(matchHeaders(['Email', 'Work Email'])).toEqual([
      { header: 'Email', key: null, doubt: 'claimedTwice', claims: 'email' },
      { header: 'Work Email', key: null, doubt: 'claimedTwice', claims: 'email' },
    ]);
  });

  it('takes the catalogue’s own header before a synonym', () => {
    expect(matchHeaders(['Email', '*Email Address', 'Mail']).map(({ key, doubt }) => key ?? doubt)).toEqual([
      'claimedTwice',
      'email',
      'claimedTwice',
    ]);
  });

  it('takes neither if both are the catalogue’s own', () => {
    expect(keysOf('Role', 'Role')).toEqual([null, null]);
  });

  it.each(['('.repeat(190), ' '.repeat(190) + 'x', `*${':'.repeat(180)}(`])('survives %j', (header) => {
    expect(matchHeaders([header])).toHaveLength(1);
  });
});
