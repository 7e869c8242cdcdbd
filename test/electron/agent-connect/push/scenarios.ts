import type { Death } from './mortal-life.ts';
import { changed, newcomer, type Placed, type Scenario } from './walk.ts';

const chain = (run: string) => {
  const boss = newcomer(run, 0, null, true);
  return [boss, newcomer(run, 1, boss)];
};

/** As few as it takes for pages of the team to be read in place of looking up each. */
const four = (run: string) => [...chain(run), newcomer(run, 2, null), newcomer(run, 3, null)];

const teams = (run: string) => {
  const boss = newcomer(run, 2, null, true);
  return [newcomer(run, 0, boss), newcomer(run, 1, boss), boss, newcomer(run, 3, null)];
};

const updates = (run: string) => {
  const boss = changed(run, 0, 'activate');
  return [boss, newcomer(run, 1, boss), changed(run, 2, 'deactivate')];
};

const FOUR = ['created', 'created', 'created', 'created'] as const;
const UPDATES = ['updated', 'created', 'updated'] as const;

/** Each person is looked up in the first ones; pages of the team say who is absent in the others. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'created', welcome: 'delayed', orders: chain, ends: ['created', 'created'], isPaged: false },
  { name: 'invited', welcome: 'now', orders: chain, ends: ['created', 'created'], isPaged: false },
  { name: 'two-teams', welcome: 'delayed', orders: teams, ends: FOUR, isPaged: false },
  { name: 'updated', welcome: 'delayed', orders: updates, ends: UPDATES, isPaged: false },
  { name: 'created-by-pages', welcome: 'delayed', orders: four, ends: FOUR, isPaged: true },
  { name: 'invited-by-pages', welcome: 'now', orders: four, ends: FOUR, isPaged: true },
  { name: 'two-teams-by-pages', welcome: 'delayed', orders: teams, ends: FOUR, isPaged: true },
  { name: 'updated-by-pages', welcome: 'delayed', orders: updates, ends: UPDATES, isPaged: true },
];

const FAULTS: readonly Placed['fault'][] = [
  { kind: 'drop' },
  { kind: 'lose' },
  { kind: 'failed' },
  { kind: 500 },
  { kind: 429, retryAfter: '2' },
  { kind: 'stranger' },
  { kind: 'garbage' },
  { kind: 'html' },
  { kind: 'redirect' },
  { kind: 'late', ms: 600 },
];

/** The requests of a scenario that a fault may meet. */
const PLACES: Readonly<Record<string, readonly Omit<Placed, 'fault'>[]>> = {
  created: placesOf({ POST: 2, GET: 4 }),
  invited: placesOf({ POST: 2, GET: 4 }),
  'two-teams': placesOf({ POST: 4, GET: 8 }),
  updated: placesOf({ PUT: 4, POST: 1, GET: 6 }),
  'created-by-pages': placesOf({ POST: 4, GET: 8 }),
  'invited-by-pages': placesOf({ POST: 4, GET: 8 }),
  'two-teams-by-pages': placesOf({ POST: 4, GET: 8 }),
  'updated-by-pages': placesOf({ PUT: 4, POST: 1, GET: 8 }),
};

function placesOf(counts: Partial<Record<Placed['method'], number>>): Omit<Placed, 'fault'>[] {
  return (['PUT', 'POST', 'GET'] as const).flatMap((method) =>
    Array.from({ length: counts[method] ?? 0 }, (_, after) => ({ method, after })),
  );
}

/**
 * Every fault at every place of a scenario. An answer that gives somebody's ID and another's address cannot be told from
 * the conflict that it speaks of: where it is about somebody who is there, it is none of these.
 */
export function faultsOf({ name }: Scenario): Placed[] {
  return (PLACES[name] ?? []).flatMap((place) =>
    FAULTS.filter(({ kind }) => kind !== 'stranger' || place.method !== 'GET').map((fault) => ({
      ...place,
      fault,
    })),
  );
}

/** Of the nth kill: the one after the other. */
export function death(index: number): Death {
  return index % 2 === 0 ? 'process' : 'power';
}
