import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrentTeam, TeamMember } from '../../../shared/person/team-member.ts';
import { createTeamReader, readTeamHead, teamLines } from '../../../shared/team/team-text.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { OWNER } from '../rules/build-roster.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const member: fc.Arbitrary<TeamMember> = fc.record({
  role: text,
  canManageTeams: fc.boolean(),
  email: text,
  employeeId: text,
  firstName: text,
  lastName: text,
  homeTown: text,
  stateOrCountry: text,
  profile: text,
  phoneChannel: fc.boolean(),
  chatChannel: fc.boolean(),
  emailChannel: fc.boolean(),
  teamLeader: text,
  employmentStatus: text,
  startDate: text,
  groups: fc.array(text, { maxLength: 3 }),
  licenseType: text,
  deactivated: fc.boolean(),
  photoUrl: text,
});
const team: fc.Arbitrary<CurrentTeam> = fc.record({
  takenAt: fc.constant('2026-01-02T03:04:05.000Z'),
  people: fc.array(member, { maxLength: 5 }),
  untold: fc.subarray(['licenseType', 'temporaryPassword'] as const),
});

function read(parts: readonly string[]): CurrentTeam | null {
  const reader = createTeamReader();
  for (const part of parts) finish(reader.push(part));
  return reader.finish();
}

function textOf(given: CurrentTeam): string {
  return [...teamLines(given, { host: 'acme.api.stellaconnect.net' })].join('');
}

describe('a snapshot as text', () => {
  it('is read back as it was, wherever it is cut into parts', () => {
    fc.assert(
      fc.property(team, fc.array(fc.nat(2000), { maxLength: 4 }), (given, cuts) => {
        const whole = textOf(given);
        const places = [
          0,
          ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b),
          whole.length,
        ];
        const parts = places.slice(1).map((to, index) => whole.slice(places[index], to));
        expect(read(parts)).toEqual(given);
      }),
    );
  });

  it('is not believed where a line is missing, torn or no person', () => {
    const two = { takenAt: '2026-01-02T03:04:05.000Z', people: [OWNER, OWNER], untold: [] };
    const [head = '', first = ''] = [...teamLines(two, { file: 'team.txt' })];
    expect(read([head, first, first])).not.toBeNull();
    for (const parts of [
      [],
      [head],
      [head, first],
      [head, first, first, first],
      [head, first, first.slice(0, -1)],
    ])
      expect(read(parts)).toBeNull();
    for (const line of ['[]', 'null', '"x"', '{', '']) expect(read([head, first, `${line}\n`])).toBeNull();
    expect(read([first, first, first])).toBeNull();
  });

  it('says at its beginning what it is', () => {
    const whole = textOf({ takenAt: '2026-01-02T03:04:05.000Z', people: [OWNER], untold: ['licenseType'] });
    expect(readTeamHead(whole.slice(0, whole.indexOf('\n')))).toEqual({
      takenAt: '2026-01-02T03:04:05.000Z',
      people: 1,
      from: { host: 'acme.api.stellaconnect.net' },
      untold: ['licenseType'],
    });
    expect(readTeamHead('{"version":3,"anything":[]}')).toBe('newer');
    expect(readTeamHead('{"version":1,"people":1}')).toBeNull();
    expect(readTeamHead('Role\tEmail')).toBeNull();
  });

  it('security 35: is read in the form of version 1, which had the channels as a list', () => {
    const head =
      '{"version":1,"takenAt":"2026-01-02T03:04:05.000Z","people":2,"from":{"file":"team.txt"},"untold":[]}';
    const first =
      '{"email":"ana@acme.example","channels":["phone","email"],"groups":["A"],"canManageTeams":true}';
    expect(read([`${head}\n${first}\n{"email":"bo@acme.example"}\n`])?.people).toMatchObject([
      {
        email: 'ana@acme.example',
        phoneChannel: true,
        chatChannel: false,
        emailChannel: true,
        groups: ['A'],
      },
      { email: 'bo@acme.example', phoneChannel: false, chatChannel: false, emailChannel: false, groups: [] },
    ]);
  });

  it('has equal texts and lists once, as thousands have the same role', () => {
    const reader = createTeamReader();
    const some = { ...OWNER, groups: ['Support'] };
    const lines = [
      ...teamLines({ takenAt: '2026-01-02T03:04:05.000Z', people: [some, some], untold: [] }, { file: 'a' }),
    ];
    finish(reader.push(lines.join('')));
    const people = reader.finish()?.people ?? [];
    expect(people[0]?.groups).toBe(people[1]?.groups);
  });
});

describe('the first line of a snapshot', () => {
  const head = (changes: object): string =>
    JSON.stringify({
      ...{ version: 1, takenAt: '2026-01-02T03:04:05.000Z', people: 1, untold: [] },
      ...{ from: { host: 'acme.api.stellaconnect.net' }, ...changes },
    });

  it('names columns that are there, and a version', () => {
    expect(readTeamHead(head({ untold: ['licenseType'] }))).toMatchObject({ untold: ['licenseType'] });
    for (const untold of [['nonsense'], [1], 'licenseType'])
      expect(readTeamHead(head({ untold }))).toBeNull();
    expect(readTeamHead(head({ version: 3, untold: ['nonsense'] }))).toBe('newer');
    expect(readTeamHead('{"version":3}')).toBe('newer');
    expect(readTeamHead('{"version":"2"}')).toBeNull();
    expect(readTeamHead('null')).toBeNull();
  });

  it('is followed by as many people, and by nothing else', () => {
    const person = '{"email":"ana@acme.com"}\n';
    expect(read([`${head({})}\n`, person])?.people).toMatchObject([{ email: 'ana@acme.com' }]);
    for (const other of ['[]\n', 'x\n', '\n', '"ana"\n']) {
      expect(read([`${head({})}\n`, person, other])).toBeNull();
      expect(read([`${head({})}\n`, other, person])).toBeNull();
      expect(read([other, `${head({})}\n`, person])).toBeNull();
    }
  });
});
