import { columns } from '../../shared/person/catalogue.ts';

/** Every twentieth person leads a team: 5%. */
const TEAM = 20;
/** Of a hundred rows, those with an error. */
const ROWS_WITH_ERRORS = 3;

/**
 * The made-up people that the benchmarks measure, as rows of the 17 standard columns, the header first: unique emails
 * and IDs, 5% leaders, 3% rows with errors, names of many scripts, profiles with quotes, tabs and line breaks; about
 * 240 characters a row. The same seed gives the same people. `percentWrong` of the rows have an error.
 */
export function* generatePeople(
  count: number,
  seed = 1,
  percentWrong = ROWS_WITH_ERRORS,
): Generator<string[]> {
  yield columns.filter((column) => column.standard).map((column) => column.header);
  const random = randomNumbers(seed);
  for (let index = 0; index < count; index += 1) {
    const person = validPerson(index, random);
    if (random() * 100 < percentWrong) spoil(person, index, random);
    yield person;
  }
}

function validPerson(index: number, random: () => number): string[] {
  const leads = index % TEAM === 0;
  const [first, firstPlain] = pick(FIRST_NAMES, random);
  const [last, lastPlain] = pick(LAST_NAMES, random);
  const [town, state] = pick(PLACES, random);
  return [
    leads ? 'Team Leader' : 'Team Member',
    leads ? 'y' : 'n',
    emailOf(index, `${firstPlain}.${lastPlain}`),
    employeeIdOf(index),
    first,
    last,
    town,
    state,
    profile(first, town, random),
    random() < 0.8 ? 'y' : 'n',
    'y',
    random() < 0.5 ? 'y' : 'n',
    leaderOf(index),
    pick(STATUSES, random),
    dateBetween2015And2025(random),
    pick(GROUPS, random),
    `Kx7!${employeeIdOf(index)}`,
  ];
}

/** A leader's address holds no name, so that others can refer to it without being told who leads them. */
function emailOf(index: number, name: string): string {
  return index % TEAM === 0 ? `leader${index}@acme.example` : `${name}.${index}@acme.example`;
}

function employeeIdOf(index: number): string {
  return String(index + 1).padStart(7, '0');
}

/** Teams report to their leader, leaders to the leader of ten of them, the first to someone outside the file. */
function leaderOf(index: number): string {
  if (index === 0) return 'director@acme.example';
  const team = Math.floor(index / TEAM);
  const leader = (index % TEAM === 0 ? Math.floor(team / 10) : team) * TEAM;
  return index % 5 === 1 ? employeeIdOf(leader) : emailOf(leader, '');
}

function profile(first: string, town: string, random: () => number): string {
  const sentence = pick(SENTENCES, random);
  const text = `${first} from ${town} ${sentence}`;
  const kind = random();
  if (kind < 0.05) return `${text}\nAsk about the "blue" notebook.`;
  if (kind < 0.08) return `${text}\t(see page 2)`;
  return kind < 0.18 ? `${text} Says: "Call me any time".` : text;
}

function dateBetween2015And2025(random: () => number): string {
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3650)));
  return day.toISOString().slice(0, 10);
}

/** One error of the kinds that real rosters have most; which cell is spoiled depends on the seed alone. */
function spoil(person: string[], index: number, random: () => number): void {
  const [position, wrong] = pick(ERRORS, random);
  person[position] = wrong(person[position] ?? '', index);
}

const ERRORS: readonly (readonly [number, (cell: string, index: number) => string])[] = [
  [2, (email) => email.replace('@', '@@')],
  [2, (email) => email.replace('.example', '')],
  [3, () => '1.23E+11'],
  [4, () => ''],
  [9, () => 'maybe'],
  [12, (leader) => (leader.includes('@') ? `x${leader}` : '9999999')],
  [13, () => 'Contractor'],
  [14, () => '2026-02-30'],
  [15, (groups) => groups.replace('}', '')],
  [2, (_, index) => `shared${Math.floor(index / 1000)}@acme.example`],
];

/** Marsaglia's xorshift32, scaled to 0 ≤ n < 1 (https://www.jstatsoft.org/article/view/v008i14). */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

const FIRST_NAMES = [
  ['Ana', 'ana'],
  ['José', 'jose'],
  ['Zoë', 'zoe'],
  ['Łukasz', 'lukasz'],
  ['Nguyễn', 'nguyen'],
  ['Μαρία', 'maria'],
  ['Дмитрий', 'dmitri'],
  ['美咲', 'misaki'],
  ['지훈', 'jihoon'],
  ['فاطمة', 'fatima'],
  ['नेहा', 'neha'],
  ['Siobhán', 'siobhan'],
  ['Jürgen', 'juergen'],
  ['Chloé', 'chloe'],
  ['Mary Ann', 'maryann'],
  ['Bob', 'bob'],
  ['Grace', 'grace'],
  ['Ömer', 'oemer'],
  ['Søren', 'soeren'],
  ['Kwame', 'kwame'],
] as const;

const LAST_NAMES = [
  ['Ruiz', 'ruiz'],
  ['García Márquez', 'garcia'],
  ['O’Brien', 'obrien'],
  ['Kowalczyk', 'kowalczyk'],
  ['Trần', 'tran'],
  ['Παπαδοπούλου', 'papadopoulou'],
  ['Иванов', 'ivanov'],
  ['佐藤', 'sato'],
  ['김', 'kim'],
  ['الزهراء', 'alzahra'],
  ['शर्मा', 'sharma'],
  ['Smith-Jones', 'smithjones'],
  ['Müller', 'mueller'],
  ['Lefèvre', 'lefevre'],
  ['van der Berg', 'vanderberg'],
  ['Johnson', 'johnson'],
  ['Hopper', 'hopper'],
  ['Yılmaz', 'yilmaz'],
  ['Ångström', 'angstroem'],
  ['Mensah', 'mensah'],
] as const;

const PLACES = [
  ['Austin', 'Texas'],
  ['São Paulo', 'Brazil'],
  ['Kraków', 'Poland'],
  ['大阪', '日本'],
  ['München', 'Germany'],
  ['Cork', 'Ireland'],
  ['Portland', 'Oregon'],
  ['Αθήνα', 'Greece'],
] as const;

const SENTENCES = [
  'helps people with orders, returns and refunds.',
  'has answered the phones of the night shift since the first day and knows every postcode by heart.',
  'joined from the stores; likes long walks, short calls and a tidy inbox.',
  'speaks three languages, plays the accordion, and is happiest when a hard case ends with a thank-you note.',
  'looks after chat.',
] as const;

const STATUSES = ['Full Time', 'Full Time', 'Full Time', 'Part Time', 'Temp', ''] as const;

const GROUPS = ['{Support, Tier 2}', '{Support}', '{Sales, Northern Europe}', '{Billing}', ''] as const;
