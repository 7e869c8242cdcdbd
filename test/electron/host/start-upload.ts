import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { KEY, SECRET, simulatorHere } from '../../simulator/simulator-here.ts';
import type { Simulator } from '../../simulator/start-simulator.ts';
import { type TestHost, testHost, uploadsIn } from './test-host.ts';

export const PASSWORD = 'Correct-horse-9';

/** An order to create somebody, led by someone of the simulator's team. */
export function orderOf(place: number, hasPassword = false) {
  const email = `new${place}@acme.example`;
  const body = {
    role: 'Team Member',
    email,
    first_name: 'New',
    last_name: `Person ${place}`,
    manage_team: false,
    channels: ['phone'],
    team_leader_email: 'leader0@acme.example',
  };
  return {
    kind: 'create',
    place,
    line: place + 2,
    name: `New Person ${place}`,
    email,
    employeeId: '',
    wave: 1,
    leader: null,
    body,
    hasPassword,
  };
}

export function linesOf(values: readonly object[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

interface Connected extends TestHost {
  readonly organization: string;
  readonly simulator: Simulator;
}

export async function connected(
  options: Parameters<typeof simulatorHere>[0] = {},
  parts: Parameters<typeof testHost>[1] = {},
): Promise<Connected> {
  const simulator = await simulatorHere(options);
  const test = await testHost({}, parts);
  const details = { name: 'Acme', address: { testServer: simulator.url }, environment: 'test' } as const;
  const { organization } = await test.get('organization.save', { id: null, details });
  await test.get('credentials.set', { organization: organization.id, key: KEY, secret: SECRET });
  return { ...test, organization: organization.id, simulator };
}

export function planned({ organization, simulator }: Connected, rows: number) {
  return {
    organization,
    environment: 'test',
    host: new URL(simulator.url).host,
    name: 'spring.txt',
    roster: 'a1',
    team: 'b2',
    mode: 'create',
    welcome: 'delayed',
    rows,
  } as const;
}

/** Hands over and starts an upload of so many people, each with a password, and answers its name. */
export async function started(test: Connected, rows: number): Promise<string> {
  const { handing } = await test.get('upload.begin', planned(test, rows));
  const places = Array.from({ length: rows }, (_, place) => place);
  const orders = linesOf(places.map((place) => orderOf(place, true)));
  const passwords = linesOf(places.map((place) => ({ place, password: PASSWORD })));
  // Cut in the middle of a line, as slices are.
  await test.get('upload.orders', { handing, orders: orders.slice(0, 100) });
  await test.get('upload.orders', { handing, orders: orders.slice(100) });
  await test.get('upload.passwords', { handing, passwords });
  return (await test.get('upload.start', { handing })).upload;
}

export async function until(
  { get }: TestHost,
  upload: string,
  isThere: (progress: UploadProgress) => boolean,
): Promise<UploadProgress> {
  for (;;) {
    const progress = await get('upload.progress', { upload, after: 0 });
    if (isThere(progress)) return progress;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A host of another start of the app, with the same data and keys. */
export function nextStart({ folder, organizations, access }: TestHost): Promise<TestHost> {
  return testHost({}, { organizations, access, uploads: uploadsIn(folder, organizations, access) });
}

export const isEnded = ({ state }: UploadProgress): boolean => state.kind === 'ended';
