import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Directory } from './directory.ts';
import { CHANNELS, personBody, type PersonBody, type Status, STATUSES } from './person.ts';

/** Roles and groups that every organization of the simulator has. */
const ROLES = ['Admin', 'Team Leader', 'Team Member'];
const GROUPS = ['Admins', 'Billing', 'Sales', 'Support', 'Tier 2'];

/** Every twentieth person of a made-up team leads the next nineteen; the first leads the leaders. */
const TEAM = 20;
const FIRST_NAMES = ['Ana', 'Björn', 'Chloé', 'Dmitri', 'Elif', 'Farah', 'Grace', 'Hiroshi', 'Íris', 'Zoë'];
const LAST_NAMES = [
  'Ruiz',
  'Łuczak',
  'O’Neill',
  'Ivanova',
  'Yılmaz',
  'Haddad',
  'Smith-Jones',
  'Tanaka',
  'García',
];
const TOWNS = ['Austin', 'Kraków', 'Porto', 'San José', 'Málaga'];

/** Someone of a seed file: what POST takes, and the status (active unless told). */
const seedPerson = personBody.extend({ status: z.enum(STATUSES).default('active') });
type SeedPerson = z.infer<typeof seedPerson>;

/** `renderer/start/sample-roster.txt` names her. */
const DIRECTOR: SeedPerson = {
  email: 'amara.eze@acme.example',
  custom_employee_id: '0020001',
  first_name: 'Amara',
  last_name: 'Eze',
  role: 'Admin',
  manage_team: true,
  channels: [...CHANNELS],
  employment_status: 'full-time',
  start_date: '2012-03-01',
  hometown: 'Enugu',
  groups: ['Support'],
  status: 'active',
};

/** So many made-up people, the same every time, leaders first; one of each other status is among 40. */
export function madeUpTeam(count: number): Directory {
  return directoryOf(Array.from({ length: count }, (_, index) => madeUpPerson(index)));
}

/** As many people, of whom the first is the one whom the sample roster's leader reports to: so it can be uploaded. */
export function demonstrationTeam(count: number): Directory {
  return directoryOf(
    [DIRECTOR, ...Array.from({ length: count }, (_, index) => madeUpPerson(index))].slice(0, count),
  );
}

/** The team of a JSON file: an array of people, leaders first. Its roles and groups are added to the usual ones. */
export async function readSeedTeam(path: string): Promise<Directory> {
  const people: unknown = JSON.parse(await readFile(path, 'utf8'));
  return directoryOf(z.array(seedPerson).parse(people));
}

/** An organization with these people. */
export function directoryOf(people: readonly SeedPerson[]): Directory {
  const directory = new Directory({
    roles: new Set([...ROLES, ...people.flatMap(({ role }) => role ?? [])]),
    groups: new Set([...GROUPS, ...people.flatMap(({ groups }) => groups ?? [])]),
  });
  for (const { status, ...body } of people) directory.create(body, status, 0);
  return directory;
}

function madeUpPerson(index: number): SeedPerson {
  const leads = index % TEAM === 0;
  const leader = index === 0 ? null : leads ? 0 : index - (index % TEAM);
  return {
    email: emailOf(index),
    custom_employee_id: String(index + 1).padStart(7, '0'),
    first_name: pick(FIRST_NAMES, index),
    last_name: pick(LAST_NAMES, index),
    role: leads ? 'Team Leader' : 'Team Member',
    manage_team: leads,
    channels: CHANNELS.slice(0, 1 + (index % CHANNELS.length)),
    employment_status: index % 7 === 0 ? 'part-time' : 'full-time',
    start_date: `20${String(10 + (index % 15))}-0${String(1 + (index % 9))}-15`,
    hometown: pick(TOWNS, index),
    profile_text: `Answers “how”, "why"\nand where.`,
    groups: [pick(GROUPS, index)],
    ...(leader !== null && { team_leader_email: emailOf(leader) }),
    status: statusOf(index),
  } satisfies PersonBody & { status: Status };
}

function emailOf(index: number): string {
  return index % TEAM === 0 ? `leader${index}@acme.example` : `person${index}@acme.example`;
}

function statusOf(index: number): Status {
  return index % 8 === 5 ? pick(STATUSES, (index + 3) / 8) : 'active';
}

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
