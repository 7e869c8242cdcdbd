import { describe, expect, it } from 'vitest';
import type { CurrentTeam, TeamMember } from '../../../shared/person/team-member.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { check } from '../../../shared/rules/checker.ts';
import { fixLabel, sentenceOf } from '../../../shared/rules/messages.ts';
import { fixChange } from '../../../shared/rules/safe-fixes.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import {
  type Cells,
  cellsOf,
  checkPeople,
  codesOf,
  FINE,
  OWNER,
  problemsOf,
  SETTINGS,
} from './build-roster.ts';

/** Every problem of some people as “line: code (severity): sentence [label of the first fix]”; Lea is on line 2. */
function said(people: readonly Cells[], some: Partial<Settings> = {}): string[] {
  const { roster, checker, people: names } = checkPeople(people, some);
  return roster.rows.flatMap((row) =>
    checker.problemsOf(row.id).map((problem) => {
      const [fix] = problem.fixes;
      expect(problem.fixes.some(({ safe }) => safe)).toBe(false);
      const label = fix ? ` [${fixLabel(problem, fix, names)}]` : '';
      return `${row.index + 2}: ${problem.code} (${problem.severity}): ${sentenceOf(problem, names)}${label}`;
    }),
  );
}

function teamOf(...people: Partial<TeamMember>[]): CurrentTeam {
  return {
    takenAt: '2026-05-30T08:00:00Z',
    people: [OWNER, ...people.map((some) => ({ ...OWNER, employeeId: '', ...some }))],
    untold: [],
  };
}

describe('values that rows share', () => {
  it('email.duplicate: both rows are flagged, whatever the case and the slips', () => {
    const text = 'have the email address';
    expect(said([{}, { email: 'BOB@acme.com' }])).toEqual([
      `3: email.duplicate (error): Lines 3 and 4 ${text} “bob@acme.com”. Every person needs their own.`,
      `4: email.duplicate (error): Lines 3 and 4 ${text} “BOB@acme.com”. Every person needs their own.`,
    ]);
    expect(codesOf({})).toEqual([]);
    expect(said([{}, { email: 'mailto:bob@acme.com' }].slice(0, 1))).toEqual([]);
    const { checker } = checkPeople([{}, { email: 'mailto:bob@acme.com' }]);
    expect(checker.counts.byCode.get('email.duplicate')).toBe(2);
  });

  it('employeeId.duplicate: the others are named, and counted where they are many', () => {
    const [first] = said(Array.from({ length: 7 }, () => ({ employeeId: 'A7' })));
    expect(first).toBe(
      '3: employeeId.duplicate (error): Lines 3, 4, 5 and 4 others have the ID “A7”. Every person needs their own.',
    );
  });

  it('employeeId.duplicate: case counts, outer spaces do not, empty is no value', () => {
    expect(said([{ employeeId: 'A7' }, { employeeId: 'a7' }, {}, {}])).toEqual([]);
    const { checker } = checkPeople([{ employeeId: 'A7' }, { employeeId: ' A7' }]);
    expect(checker.counts.byCode.get('employeeId.duplicate')).toBe(2);
  });

  it('employeeId.duplicate: more than fifty rows are not named', () => {
    const { checker, people } = checkPeople(Array.from({ length: 51 }, () => ({ employeeId: 'A7' })));
    const [problem] = checker.problemsOf(2);
    expect(problem?.facts).toEqual({ value: 'A7', others: [], many: true });
    expect(problem && sentenceOf(problem, people)).toBe(
      'More than 50 rows have the ID “A7”. Every person needs their own.',
    );
  });

  it('password.shared: never shows it', () => {
    const lines = said([{ temporaryPassword: 'Winter#2026' }, { temporaryPassword: 'Winter#2026' }]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(
      '3: password.shared (warning): Lines 3 and 4 have the same temporary password. Give each person their own.',
    );
  });

  it('person.twice: same first and last name and leader', () => {
    expect(said([{}, { lastName: 'Ray' }])).toEqual(
      [3, 4].map(
        (line) =>
          `${line}: person.twice (warning): Lines 3 and 4 have the same name and Team Leader. If that is one person, delete all rows but one.`,
      ),
    );
    expect(said([{}, { lastName: 'Ray', teamLeader: 'owner@acme.com' }])).toEqual([]);
  });
});

describe('employeeId.leadingZeros', () => {
  const ids = (...all: string[]): string[] => said(all.map((employeeId) => ({ employeeId })));

  it('employeeId.leadingZeros: an ID shorter than most, with zeros offered', () => {
    expect(ids('0020017', '0020018', '20019')).toEqual([
      '5: employeeId.leadingZeros (warning): “20019” is shorter than the other IDs, which have 7 digits; a spreadsheet may have dropped its leading zeros. [Change to 0020019]',
    ]);
  });

  it('employeeId.leadingZeros: not where no width is fixed, nor for longer IDs and those with letters', () => {
    expect(ids('0020017', '20018')).toEqual([]);
    expect(ids('001', '002', '20', '30', '40')).toEqual(ids());
    expect(ids('0020017', '0020018', '0020019', '12345678', 'A1')).toEqual([]);
  });
});

describe('Team Leader', () => {
  it('leader.notFound: a warning without the current team, an error with it', () => {
    const text = 'Enter the email address or employee ID of someone who can manage teams.';
    expect(said([{ teamLeader: 'zoe.miller@acme.com' }])).toEqual([
      `3: leader.notFound (error): Nobody here or in the current team has the email address “zoe.miller@acme.com”. ${text}`,
    ]);
    expect(said([{ teamLeader: '4711' }], { team: null }).slice(1)).toEqual([
      `3: leader.notFound (warning): Nobody here has the ID “4711”. ${text}`,
    ]);
  });

  it('leader.notFound: suggests someone near by email or name, and nobody near by ID', () => {
    expect(said([{ teamLeader: 'lae@acme.com' }])).toEqual([
      '3: leader.notFound (error): Nobody here or in the current team has the email address “lae@acme.com”. Did you mean lea@acme.com (Lea Boss)? [Change to lea@acme.com]',
    ]);
    expect(said([{ teamLeader: 'OWN2' }])[0]).not.toContain('Did you mean');
    expect(said([{ teamLeader: 'Lea Boss' }])).toEqual([
      '3: leader.notFound (error): “Lea Boss” is neither an email address nor an employee ID. Did you mean lea@acme.com (Lea Boss)? [Change to lea@acme.com]',
    ]);
    expect(said([{ teamLeader: 'Lea Bosss' }])[0]).toContain('Did you mean lea@acme.com (Lea Boss)?');
  });

  it('leader.notFound: suggests who has the name, whatever their Can Manage Teams says, and sets that too', () => {
    const siobhan = { firstName: 'Siobhán', lastName: 'O’Brien', email: 'siobhan@acme.com' };
    const guessed = (teamLeader: string, ...others: Cells[]) =>
      /Did you mean (.*)\? \[(.*)\]/.exec(said([{ teamLeader }, ...others])[0] ?? '')?.slice(1);
    for (const name of ["Siobhan O'Brien", 'OBRIEN, Siobhán', 'siobhan obrien'])
      expect(guessed(name, { ...siobhan, canManageTeams: 'y' })).toEqual([
        'siobhan@acme.com (Siobhán O’Brien)',
        'Change to siobhan@acme.com',
      ]);
    const both = 'Change to siobhan@acme.com, and let them manage teams';
    for (const canManageTeams of ['', 'n'])
      expect(guessed('Siobhan OBrien', { ...siobhan, canManageTeams })?.[1]).toBe(both);
    const leader = { ...siobhan, email: 'twin@acme.com', canManageTeams: 'y' };
    for (const people of [
      [siobhan, leader],
      [leader, siobhan],
    ])
      expect(guessed('Siobhan OBrien', ...people)?.[0]).toBe(
        'twin@acme.com (Siobhán O’Brien) or siobhan@acme.com (Siobhán O’Brien)',
      );
  });

  it('leader.notFound: is not said of a word for no value, which has a rule of its own', () => {
    expect(codesOf({ teamLeader: 'N/A' })).toEqual(['value.placeholder']);
    expect(codesOf({ teamLeader: 'NULL' }, { team: teamOf() })).toEqual(['value.placeholder']);
  });

  it('leader.self: nobody is led by the word for no value that they have as their address or ID too', () => {
    for (const key of ['email', 'employeeId'])
      expect(
        codesOf({ [key]: 'N/A', teamLeader: 'N/A' }).filter((code) => code.startsWith('leader')),
      ).toEqual([]);
  });

  it('leader.notFound: nobody is suggested who is deactivated or whom no cell can name', () => {
    const gone = { firstName: 'Gus', lastName: 'Gone', email: 'gus@acme.com', deactivated: 'y' };
    const unnamed = { firstName: 'Una', lastName: 'Named', email: '', employeeId: '' };
    for (const teamLeader of ['Gus Gone', 'Una Named'])
      expect(said([{ teamLeader }, gone, unnamed])[0]).not.toContain('Did you mean');
  });

  it('leader.notFound: found by email in any case, by exact ID, in the roster and in the current team', () => {
    for (const teamLeader of ['LEA@acme.com', ' lea@acme.com', 'Owner@ACME.com', 'OWN1']) {
      expect(codesOf({ teamLeader })).not.toContain('leader.notFound');
    }
    expect(codesOf({ teamLeader: 'own1' })).toContain('leader.notFound');
  });

  it('leader.cannotManage: names the person and offers to change them', () => {
    expect(said([{}, { teamLeader: 'bob@acme.com' }, { teamLeader: 'bob@acme.com' }]).slice(0, 1)).toEqual([
      '4: leader.cannotManage (error): Bob Ray (line 3) has Can Manage Teams = n; set it to y or choose another Team Leader. [Make Bob Ray (line 3) a manager of teams]',
    ]);
    expect(said([{ canManageTeams: 'y' }, { teamLeader: 'bob@acme.com' }])).toEqual([]);
  });

  it('leader.cannotManage: “No” means n', () => {
    const { checker } = checkPeople([{ canManageTeams: 'No' }, { teamLeader: 'bob@acme.com' }]);
    expect(checker.problemsOf(3)).toMatchObject([{ code: 'leader.cannotManage' }]);
  });

  it('leader.cannotManage: someone of the current team', () => {
    const team = teamOf({ email: 'tim@acme.com', firstName: 'Tim', lastName: 'Low', canManageTeams: false });
    expect(said([{ teamLeader: 'tim@acme.com' }], { team })).toEqual([
      '3: leader.cannotManage (error): Tim Low cannot manage teams in Agent Connect; choose another Team Leader.',
    ]);
  });

  it('row.header: names of columns in their own cells are no person, in any language and form', () => {
    for (const header of [
      { role: 'Role', canManageTeams: 'Can Manage Teams', email: 'Email Address', firstName: 'First Name' },
      {
        role: '*ROLE',
        canManageTeams: ' ',
        email: ' e-mail ',
        lastName: 'Last name:',
        teamLeader: 'Team Leader',
      },
      {
        role: 'Rolle',
        canManageTeams: '',
        email: 'E-Mail-Adresse',
        firstName: 'Vorname',
        lastName: 'Nachname',
      },
    ]) {
      const { roster, checker, people } = checkPeople([header]);
      const problem = checker.problemsOf(2).find(({ code }) => code === 'row.header');
      expect(problem).toMatchObject({ severity: 'error', column: null });
      const [fix] = problem?.fixes ?? [];
      if (problem === undefined || fix === undefined) throw new Error('no fix');
      expect(sentenceOf(problem, people)).toMatch(/^This row holds the names of the columns .* Remove it\.$/);
      expect(fixLabel(problem, fix)).toBe('Remove this row');
      expect(fixChange(roster, fix)).toMatchObject({
        cells: [],
        inserted: [],
        removed: [{ row: 2, index: 1 }],
      });
    }
  });

  it.each([
    ['people with the names of columns for roles', { role: 'Team Leader', teamLeader: 'Manager', email: '' }],
    ['people who have an address', { role: 'Role', firstName: 'First Name', lastName: 'Last Name' }],
    [
      'names of columns in the cells of others',
      { role: 'Email', email: 'Role', firstName: 'Surname', canManageTeams: '' },
    ],
  ])('row.header: not %s', (_, cells) => {
    expect(codesOf(cells)).not.toContain('row.header');
  });

  it('leader.deactivated: someone of the current team, by email or by ID, whether or not they managed teams', () => {
    for (const canManageTeams of [true, false]) {
      const gone = { email: 'old@acme.com', employeeId: '5001', firstName: 'Otto', lastName: 'Gone' };
      const team = teamOf({ ...gone, canManageTeams, deactivated: true });
      for (const teamLeader of ['OLD@acme.com', '5001'])
        expect(said([{ teamLeader }], { team })).toEqual([
          '3: leader.deactivated (warning): Otto Gone is deactivated in Agent Connect, and nobody can be led by them there. Reactivate them in Agent Connect first, or choose another Team Leader.',
        ]);
      expect(codesOf({ teamLeader: '5001', deactivated: 'y' }, { team })).not.toContain('leader.deactivated');
    }
  });

  it('leader.deactivated: someone whom this roster deactivates, as long as it does', () => {
    const people = [{ canManageTeams: 'y', deactivated: 'y' }, { teamLeader: 'bob@acme.com' }];
    expect(said(people)).toEqual([
      '4: leader.deactivated (warning): Bob Ray (line 3) is marked as deactivated in this roster, and nobody can be led by them then. Choose another Team Leader.',
    ]);
    expect(said([{ canManageTeams: 'y' }, { teamLeader: 'bob@acme.com' }])).toEqual([]);
  });

  it('leader.self: by email or by ID', () => {
    expect(said([{ teamLeader: 'BOB@acme.com' }])).toEqual([
      '3: leader.self (error): “BOB@acme.com” is this person: nobody can be their own Team Leader. Choose another.',
    ]);
    expect(codesOf({ employeeId: 'B7', teamLeader: 'B7' })).toEqual(['leader.self']);
  });

  it('leader.cycle: flags the rows of the circle only, and shows it from each', () => {
    const people = [
      { canManageTeams: 'y', teamLeader: 'person1@acme.com' },
      { canManageTeams: 'y', teamLeader: 'bob@acme.com' },
      { teamLeader: 'bob@acme.com' },
    ];
    const end = 'Give one of them another Team Leader.';
    expect(said(people)).toEqual([
      `3: leader.cycle (error): The Team Leaders go in a circle: Bob Ray (line 3) → Bob RayB (line 4) → Bob Ray (line 3). ${end}`,
      `4: leader.cycle (error): The Team Leaders go in a circle: Bob RayB (line 4) → Bob Ray (line 3) → Bob RayB (line 4). ${end}`,
    ]);
  });

  it('leader.cycle: a long circle is shown in part', () => {
    const people = Array.from({ length: 9 }, (_, at) => ({
      ...{ canManageTeams: 'y', email: `p${at}@acme.com`, lastName: `L${at}` },
      teamLeader: `p${(at + 1) % 9}@acme.com`,
    }));
    expect(said(people)[2]).toContain(
      'Bob L2 (line 5) → Bob L3 (line 6) → Bob L4 (line 7) → … 6 more … → Bob L2 (line 5).',
    );
  });

  it('leader.ambiguous: two rows, or a row and someone else of the current team', () => {
    const people = [
      { canManageTeams: 'y' },
      { canManageTeams: 'y', email: 'bob@acme.com' },
      { teamLeader: 'bob@acme.com' },
    ];
    const tail = 'Make their emails and IDs different, or use another one.';
    expect(said(people).at(-1)).toBe(
      `5: leader.ambiguous (error): “bob@acme.com” could be several people: lines 3 and 4. ${tail}`,
    );
    const team = teamOf(
      { email: 'x@acme.com', employeeId: 'B7', firstName: 'Xi', lastName: 'Yu' },
      { email: 'B7' },
    );
    expect(said([{ teamLeader: 'B7' }], { team })).toEqual([
      `3: leader.ambiguous (error): “B7” could be several people: Olga Owner of the current team and Xi Yu of the current team. ${tail}`,
    ]);
  });

  it('leader.ambiguous: not for one person in the roster and in the current team', () => {
    const team = teamOf({ email: 'lea@acme.com' });
    expect(said([{}], { team, mode: 'update' }).join()).not.toContain('leader.ambiguous');
    expect(said([{}], { team }).map((line) => line.slice(0, 17))).toEqual(['2: person.exists ']);
  });

  it('leader.ambiguous: not for one person who has the same ID in both, and another or no address', () => {
    const leader = { canManageTeams: 'y', email: '', employeeId: 'B7' };
    const team = teamOf({ email: 'old@acme.com', employeeId: 'B7', canManageTeams: true });
    const codes = (people: Parameters<typeof said>[0]): string => said(people, { team }).join();
    expect(codes([leader, { teamLeader: 'B7' }])).not.toContain('leader.ambiguous');
    const other = teamOf({ email: 'B7', employeeId: 'C8' });
    expect(said([leader, { teamLeader: 'B7' }], { team: other }).join()).toContain('leader.ambiguous');
  });

  it('leader.cycle: a chain of 100,000 people is followed without recursion, and closed into a circle', () => {
    const chain = 100_000;
    const build = (last: string) => {
      const roster = emptyRoster();
      for (let at = 0; at < chain; at += 1) {
        const teamLeader = at + 1 < chain ? `p${at + 1}@acme.com` : last;
        appendRow(
          roster,
          cellsOf({ ...FINE, canManageTeams: 'y', email: `p${at}@acme.com`, lastName: `L${at}`, teamLeader }),
        );
      }
      return check(roster, SETTINGS);
    };
    expect([...build('nobody@acme.com').counts.byCode]).toEqual([['leader.notFound', 1]]);
    expect([...build('p0@acme.com').counts.byCode]).toEqual([['leader.cycle', chain]]);
  });
});

describe('rules about one row', () => {
  it('identifier.missing: on the row, not in a column', () => {
    expect(said([{ email: '' }])).toEqual([
      '3: identifier.missing (error): There is neither an email address nor an employee ID; Agent Connect needs one of them.',
    ]);
    expect(problemsOf({ email: '' })[0]?.column).toBeNull();
    expect(codesOf({ email: '', employeeId: '7' })).toEqual([]);
    expect(codesOf({ email: ' ' })).toContain('identifier.missing');
  });

  it('channels.none: all three are n', () => {
    expect(said([{ phoneChannel: 'n' }])).toEqual([
      '3: channels.none (warning): Phone, chat and email are all n, so this person would get no requests. Set at least one to y if that is not meant.',
    ]);
    expect(codesOf({ phoneChannel: '' })).toEqual(['required']);
  });

  it.each([
    ['abc', 'has fewer than 8 characters'],
    ['Xbobbob!9', 'contains the person’s own name'],
    ['rrAYrrr99', 'contains the person’s own name'],
    ['xx-robert.r-xx', 'contains the person’s email name'],
  ])('password.weak: %j', (temporaryPassword, why) => {
    const line = said([{ temporaryPassword, email: 'robert.r@acme.com' }]);
    expect(line).toEqual([
      `3: password.weak (warning): The temporary password ${why}; choose one that is harder to guess.`,
    ]);
    expect(line.join('')).not.toContain(temporaryPassword);
  });

  it.each(['', 'Kx7!0020017', 'Alpine#77'])('password.weak: %j is fine', (temporaryPassword) => {
    expect(codesOf({ temporaryPassword, firstName: 'Al' })).toEqual([]);
  });

  it('person.exists: by email or ID, when people are to be created', () => {
    const team = teamOf({ email: 'tim@acme.com', employeeId: 'T1', firstName: 'Tim', lastName: 'Low' });
    expect(said([{ email: 'Tim@acme.com' }], { team })).toEqual([
      '3: person.exists (error): “Tim@acme.com” belongs to Tim Low in Agent Connect already: this email address cannot be created again.',
    ]);
    expect(said([{ employeeId: 'T1' }], { team })).toEqual([
      '3: person.exists (error): “T1” belongs to Tim Low in Agent Connect already: this ID cannot be created again.',
    ]);
    expect(codesOf({ email: 'tim@acme.com' }, { team, mode: 'update' })).not.toContain('person.exists');
  });
});
