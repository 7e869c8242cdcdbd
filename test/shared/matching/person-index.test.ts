import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../shared/matching/answer.ts';
import { PersonIndex } from '../../../shared/matching/person-index.ts';
import { runs } from '../../tier.ts';

function person(firstName: string, lastName: string, rest: Partial<Person> = {}): Person {
  const email = `${firstName}.${lastName}@example.com`.toLowerCase().replaceAll(/[^a-z.@]/g, '');
  return { email, employeeId: '', firstName, lastName, manages: null, from: 'roster', place: 0, ...rest };
}

const MARA = person('Mara', 'Quill', { email: 'mara@example.com', employeeId: '001001', manages: true });
const IVO = person('Ivo', 'Bann', { email: 'ivo@example.com', employeeId: '1002' });
const SIOBHAN = person('Siobhán', 'O’Brien', { employeeId: 'E-2001' });
const JUERGEN = person('Jürgen', 'Großmann', { email: 'jg@example.com', employeeId: '5001' });
const UWE = person('Uwe', 'von der Heide', { email: 'uwe@example.com' });
const BILL = person('William', 'Smith-Jones', { email: 'wsj@example.com' });
const MEI = person('美咲', '佐藤', { email: 'misaki@example.com' });
const PEOPLE = [MARA, IVO, SIOBHAN, JUERGEN, UWE, BILL, MEI];
const INDEX = PersonIndex.of(PEOPLE);

/** `sure Quill: name`, `doubtful Quill: initials, Bann: login` or `unknown`. */
function said(reference: string, index = INDEX): string {
  const answer = index.find(reference);
  switch (answer.kind) {
    case 'unknown':
      return 'unknown';
    case 'sure':
      return `sure ${answer.match.person.lastName}: ${answer.match.reason}`;
    case 'doubtful':
      return `doubtful ${answer.candidates.map(({ person: { lastName }, reason }) => `${lastName}: ${reason}`).join(', ')}`;
  }
}

describe('namesakes by the same words', () => {
  const index = PersonIndex.of([
    person('María', 'Vázquez Ferrer'),
    person('María', 'Ferrer Vázquez'),
    person('James', 'Thomas'),
    person('Thomas', 'James'),
  ]);

  it.each([
    ['Vázquez Ferrer, María', 'sure Vázquez Ferrer: name'],
    ['Ferrer Vazquez, Maria', 'sure Ferrer Vázquez: name'],
    ['María Vázquez Ferrer', 'sure Vázquez Ferrer: name'],
    ['Thomas, James', 'sure Thomas: name'],
    ['James Thomas', 'doubtful James: name, Thomas: name'],
    ['Ferrer María Vázquez', 'doubtful Ferrer Vázquez: name, Vázquez Ferrer: name'],
    ['Ferrer, María Vázquez', 'doubtful Ferrer Vázquez: name, Vázquez Ferrer: name'],
  ])('are told apart by their order where it is clear: %s', (reference, answer) => {
    expect(said(reference, index)).toBe(answer);
  });
});

describe('a reference that means somebody for sure', () => {
  it.each([
    ['mara@example.com', 'email'],
    [' MARA@Example.com ', 'email'],
    ['001001', 'id'],
    ['Mara Quill<mara@example.com>', 'emailInside'],
    ['"Quill, Mara" <mara@example.com>', 'emailInside'],
    ['mailto:mara@example.com', 'emailInside'],
    ['SMTP:Mara@example.com', 'emailInside'],
    ['Mara Quill [mara@example.com]', 'emailInside'],
    ['Mara Quill; mara@example.com', 'emailInside'],
    ['Mara Quill (001001)', 'idInside'],
    ['001001 - Mara Quill', 'idInside'],
    ['Quill, Mara – 001001', 'idInside'],
    ['001001 Quill, Mara', 'idInside'],
    ['#001001', 'idInside'],
    ['CN=Mara Quill,OU=Staff,DC=example,DC=com', 'name'],
    ['CN=Quill\\, Mara,OU=Staff\\, North,DC=example', 'name'],
    ['CN=Mara Quill (001001),OU=Staff', 'idInside'],
    ['uid=001001,ou=people,dc=example', 'idInside'],
    ['/O=ACME/OU=EXCHANGE/CN=RECIPIENTS/CN=Mara Quill', 'name'],
    ['1001', 'idZeros'],
    ['00001001', 'idZeros'],
    ['1001.0', 'idZeros'],
    ['001001.0', 'idForm'],
    ['001-001', 'idForm'],
    ['Mara Quill (1001)', 'idZeros'],
    ['Mara Quill', 'name'],
    ['Quill, Mara', 'name'],
    ['QUILL mara', 'name'],
    ['Dr. Mara Quill', 'name'],
    ['mara.quill', 'name'],
  ])('%s: %s', (reference, reason) => {
    expect(said(reference)).toBe(`sure Quill: ${reason}`);
  });

  it.each([
    ["Siobhan O'Brien", 'O’Brien: name'],
    ['OBRIEN, SIOBHÁN', 'O’Brien: name'],
    ['e2001', 'O’Brien: idForm'],
    ['E 2001', 'O’Brien: idForm'],
    ['Juergen Grossmann', 'Großmann: name'],
    ['Jurgen Grossmann', 'Großmann: name'],
    ['GROSSMANN, JÜRGEN', 'Großmann: name'],
    ['CN=J\\C3\\BCrgen Gro\\C3\\9Fmann,OU=x', 'Großmann: name'],
    ['von der Heide, Uwe', 'von der Heide: name'],
    ['Uwe von der Heide', 'von der Heide: name'],
    ['佐藤 美咲', '佐藤: name'],
    ['佐藤美咲', '佐藤: name'],
  ])('%s: %s', (reference, expected) => {
    expect(said(reference)).toBe(`sure ${expected}`);
  });

  it('is one whose own name is spelled out', () => {
    expect(said('Schäfer, Jörg', PersonIndex.of([person('Joerg', 'Schaefer')]))).toBe('sure Schaefer: name');
  });
});

describe('a reference in doubt', () => {
  it.each([
    ['J. Grossmann', 'Großmann: initials'],
    ['Großmann, J.', 'Großmann: initials'],
    ['Bill Smith-Jones', 'Smith-Jones: nickname'],
    ['Jones, Will', 'Smith-Jones: nickname'],
    ['Mara Ann Quill', 'Quill: nameParts'],
    ['Uwe Heide', 'von der Heide: nameParts'],
    ['Mara Qiull', 'Quill: nearName'],
    ['Sioban Obrian', 'O’Brien: nearName'],
    ['mara@example.org', 'Quill: login'],
    ['ACME\\mara', 'Quill: login'],
    ['mara', 'Quill: login'],
    ['siobhan.obrian@example.com', 'O’Brien: nearEmail'],
    ['siobhan.obrien@mail.example.com', 'O’Brien: login'],
  ])('%s: %s', (reference, expected) => {
    expect(said(reference)).toBe(`doubtful ${expected}`);
  });

  it('says one thing and another: both are candidates', () => {
    expect(said('Mara Quill (1002)')).toBe('doubtful Bann: idInside, Quill: name');
    expect(said('Mara Quill <ivo@example.com>')).toBe('doubtful Bann: emailInside, Quill: name');
    expect(said('Mara Quill <m@old.example.com>')).toBe('doubtful Quill: name');
    expect(said('Mara Quill (9999)')).toBe('doubtful Quill: name');
  });

  it('takes a name for sure where the person has no ID or address that could differ', () => {
    const uwe = person('Uwe', 'Heide', { email: '' });
    expect(said('Uwe Heide <u@old.example.com>', PersonIndex.of([uwe]))).toBe('sure Heide: name');
  });

  it('has namesakes, those who can manage teams first', () => {
    const anna = person('Anna', 'Ek', { email: 'a1@x.com' });
    const leader = person('Anna', 'Ek', { email: 'a2@x.com', manages: true });
    const answer = PersonIndex.of([anna, leader]).find('Ek, Anna');
    expect(answer).toMatchObject({ kind: 'doubtful', more: 0 });
    expect(answer.kind === 'doubtful' && answer.candidates.map(({ person: { email } }) => email)).toEqual([
      'a2@x.com',
      'a1@x.com',
    ]);
    const many = Array.from({ length: 60 }, (_, at) => person('Anna', 'Ek', { email: `${at}@x.com` }));
    expect(PersonIndex.of(many).find('Anna Ek')).toEqual({ kind: 'doubtful', candidates: [], more: 50 });
    expect(PersonIndex.of(many.slice(0, 12)).find('Anna Ek')).toMatchObject({ more: 2 });
  });

  it('is as often in doubt as there are people of one name, by its parts too', () => {
    const many = Array.from({ length: 60 }, (_, at) => person('Anna', 'Ek', { email: `${at}@x.com` }));
    expect(PersonIndex.of(many).find('A. Ek')).toEqual({ kind: 'doubtful', candidates: [], more: 50 });
    const sharing = Array.from({ length: 60 }, (_, at) => person('A', 'B', { email: `anna@${at}.com` }));
    expect(PersonIndex.of(sharing).find('anna@x.org')).toMatchObject({ more: 50 });
  });

  it('names two people by their IDs and both by their name', () => {
    const two = PersonIndex.of([
      person('Anna', 'Ek', { employeeId: '71' }),
      person('Anna', 'Ek', { employeeId: '72' }),
    ]);
    expect(said('Anna Ek (71)', two)).toBe('sure Ek: idInside');
    expect(said('Anna Ek (71) (72)', two)).toBe('doubtful Ek: idInside, Ek: idInside');
  });

  it('is near to those alone who can manage teams, of more than 20,000 people', () => {
    const others = Array.from({ length: 19_999 }, () => person('', '', { email: '' }));
    const index = PersonIndex.of([...others, IVO]);
    expect(said('Ivo Bahn', index)).toBe('doubtful Bann: nearName');
    index.add(MARA);
    expect(said('Ivo Bahn', index)).toBe('unknown');
    expect(said('Mara Qill', index)).toBe('doubtful Quill: nearName');
    index.remove(MARA);
    expect(said('Ivo Bahn', index)).toBe('doubtful Bann: nearName');
  });

  it('is found by name among more names than are remembered, until they are removed', () => {
    const others = Array.from({ length: 10_001 }, (_, at) => person(`Other${at}`, 'One', { email: '' }));
    const index = PersonIndex.of([IVO, ...others, MARA]);
    expect(said('Bann, Ivo', index)).toBe('sure Bann: name');
    expect(said('M. Quill', index)).toBe('doubtful Quill: initials');
    index.remove(IVO);
    index.remove(MARA);
    expect([said('Bann, Ivo', index), said('M. Quill', index)]).toEqual(['unknown', 'unknown']);
  });

  it('has two people to whom the ID comes down', () => {
    const two = PersonIndex.of([
      person('A', 'B', { employeeId: '000123' }),
      person('C', 'D', { employeeId: '0123' }),
    ]);
    expect(said('123', two)).toBe('doubtful B: idZeros, D: idZeros');
    expect(said('123 - C D', two)).toBe('sure D: idZeros');
  });
});

describe('a reference that means nobody', () => {
  it.each([
    ['5002'],
    ['50010'],
    ['1003'],
    ['E-2002'],
    ['Baur Hans'],
    ['Quill'],
    ['Nobody, Ghost'],
    ['nobody@example.com'],
    [''],
    ['x'.repeat(400)],
  ])('%s', (reference) => {
    expect(said(reference)).toBe('unknown');
  });

  it('is not near by digits', () => {
    const index = PersonIndex.of([person('A', 'B', { email: 'agent1@example.com' })]);
    expect(said('agent2@example.com', index)).toBe('unknown');
    expect(said('agnet1@example.com', index)).toBe('doubtful B: nearEmail');
  });

  it('does not take one letter away that no accent explains', () => {
    expect(said('Baur, Hans', PersonIndex.of([person('Hans', 'Bauer')]))).toBe('doubtful Bauer: nearName');
  });
});

describe('who is in the current team as well', () => {
  const member = person('Mara', 'Quill', { email: 'mara@example.com', employeeId: 'T9', from: 'team' });

  it('is meant as the roster has them', () => {
    const index = PersonIndex.of<Person>([member, MARA]);
    expect(index.find('T9')).toEqual({ kind: 'sure', match: { person: MARA, reason: 'id' } });
    expect(index.find('Mara Quill')).toEqual({ kind: 'sure', match: { person: MARA, reason: 'name' } });
  });

  it('is meant as the team has them, where they are nobody of the roster', () => {
    expect(PersonIndex.of([member, IVO]).find('T9')).toMatchObject({ match: { person: member } });
  });
});

/** Few letters, so that people are near, alike and the same. */
const word = fc.constantFrom(
  'Ann',
  'Anna',
  'Bob',
  'Robert',
  'Björn',
  'Bjoern',
  'Li',
  'Liza',
  'Elizabeth',
  'B',
  '',
);
const family = fc.constantFrom(
  'Müller',
  'Mueller',
  'Muller',
  'Miller',
  'de la Cruz',
  'Cruz',
  'Smith-Jones',
  '',
);
const id = fc.constantFrom('', '1', '01', '001', '12', '1.0', 'A-1', 'a1', 'AB 1');
const somebody: fc.Arbitrary<Person> = fc.record({
  firstName: word,
  lastName: family,
  employeeId: id,
  email: fc.constantFrom('', 'ann@x.com', 'anna@x.com', 'anna@y.com', 'bob.miller@x.com', 'mueller@x.com'),
  manages: fc.constantFrom(true, false, null),
  from: fc.constantFrom('roster' as const, 'team' as const),
  place: fc.nat(),
});
const reference = fc.oneof(
  fc.tuple(word, family).map(([first, last]) => `${first} ${last}`),
  fc.tuple(word, family).map(([first, last]) => `${last}, ${first}`),
  fc.tuple(word, family, id).map(([first, last, number]) => `${first} ${last} (${number})`),
  fc.constantFrom('ann@x.com', 'anna@x.co', 'annna@x.com', 'x <anna@y.com>', 'bob.miller@z.com'),
  id,
);

describe('PersonIndex', () => {
  const textOf = (index: PersonIndex<Person>, text: string): string =>
    JSON.stringify(index.find(text), [
      'kind',
      'match',
      'candidates',
      'more',
      'person',
      'reason',
      'email',
      'employeeId',
      'firstName',
      'lastName',
      'from',
    ]);

  it('answers the same in whatever order its people came', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 12 }), fc.nat(), reference, (people, turn, text) => {
        const at = people.length === 0 ? 0 : turn % people.length;
        const turned = [...people.slice(at), ...people.slice(0, at)].reverse();
        expect(textOf(PersonIndex.of(turned), text)).toBe(textOf(PersonIndex.of(people), text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('answers after people came and went as if they had never been there', () => {
    fc.assert(
      fc.property(
        fc.array(somebody, { maxLength: 8 }),
        fc.array(somebody, { maxLength: 8 }),
        reference,
        reference,
        (staying, going, earlier, text) => {
          const index = PersonIndex.of([...going, ...staying]);
          index.find(earlier);
          for (const one of going) index.remove(one);
          expect(textOf(index, text)).toBe(textOf(PersonIndex.of(staying), text));
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('finds nobody whom it would not find among fewer, and everybody for the same reason or a stronger one', () => {
    // One person at a time is a plain scan: what is strong for one of them alone is a candidate among all.
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 10 }), reference, (all, text) => {
        const people = all.map((one) => ({ ...one, from: 'roster' as const }));
        const scanned = people.flatMap((one) => {
          const answer = PersonIndex.of([one]).find(text);
          if (answer.kind === 'unknown') return [];
          return answer.kind === 'sure' ? [answer.match] : answer.candidates;
        });
        const answer = PersonIndex.of(people).find(text);
        const found =
          answer.kind === 'sure' ? [answer.match] : answer.kind === 'doubtful' ? answer.candidates : [];
        expect(found.length === 0).toBe(scanned.length === 0);
        for (const { person: one } of found) expect(scanned.map((match) => match.person)).toContain(one);
        if (answer.kind === 'sure') return;
        const exact = scanned.filter(({ reason }) =>
          ['email', 'id', 'emailInside', 'idInside'].includes(reason),
        );
        for (const { person: one } of exact.slice(0, 10))
          expect(found.map((match) => match.person)).toContain(one);
      }),
      { numRuns: runs(2000) },
    );
  });
});
