import { AT } from '../../person/catalogue.ts';
import type { CurrentTeam } from '../../person/team-member.ts';
import type { FieldChange } from '../../team/find-changes.ts';
import { cellAt, type Roster, type Row } from '../../roster/roster.ts';
import { LICENSE_TYPES, YES } from '../../rules/assumptions.ts';
import { licenseTypeMeaning } from '../../rules/cell-rules/choices.ts';
import { comparable } from '../../rules/cell-rules/clean-text.ts';
import { planGroup, type PlannedRow, type Seats, statusChange, type UploadPlan } from './upload-plan.ts';

/** Rows or people between two pauses. */
const SLICE = 5000;

/** How many seats more or fewer, by license; the empty text stands for one that is not said. */
type SeatCounts = Map<string, number>;

/** Adds up the rows of a plan: by kind, by wave, in requests, and the seats taken and freed. Pauses every few milliseconds. */
export function* addingUp(
  { rows: people }: Roster,
  rows: readonly PlannedRow[],
  team: CurrentTeam,
): Generator<void, Pick<UploadPlan, 'counts' | 'groups' | 'requests' | 'waves' | 'seats'>> {
  const counts = { create: 0, changed: 0, exists: 0, blocked: 0, held: 0 };
  const groups = { create: 0, changed: 0, deactivate: 0, activate: 0, exists: 0, blocked: 0, held: 0 };
  const requests = { writes: 0, lookUps: 0 };
  const waves: { create: number; changed: number }[] = [];
  const added: SeatCounts = new Map();
  for (const [place, planned] of rows.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    counts[planned.kind] += 1;
    groups[planGroup(planned)] += 1;
    if (planned.kind !== 'create' && planned.kind !== 'changed') continue;
    while (waves.length < planned.wave) waves.push({ create: 0, changed: 0 });
    const wave = waves[planned.wave - 1];
    if (wave) wave[planned.kind] += 1;
    const row = people[place];
    if (row) addRequests(requests, planned, row);
    if (planned.kind === 'changed') moveSeat(planned, added);
    else if (row) countSeat(added, cellAt(row, AT.licenseType), 1);
  }
  return { counts, groups, requests, waves, seats: seatsOf(added, yield* countingInUse(team)) };
}

/** Requests that look a person up: one for each of their identifiers, and one for their status where that changes. */
export function lookUpsOfPerson(
  { email, employeeId }: { readonly email: string; readonly employeeId: string },
  status: ReturnType<typeof statusChange>,
): number {
  return [email, employeeId].filter((id) => id !== '').length + (status === null ? 0 : 1);
}

/** The status has a request of its own, beside that of the other fields. */
function addRequests(
  requests: { writes: number; lookUps: number },
  planned: Extract<PlannedRow, { kind: 'create' | 'changed' }>,
  row: Row,
): void {
  if (planned.kind === 'create') {
    const person = {
      email: comparable(cellAt(row, AT.email)),
      employeeId: comparable(cellAt(row, AT.employeeId)),
    };
    requests.writes += 1;
    requests.lookUps += lookUpsOfPerson(person, null);
    return;
  }
  const status = statusChange(planned.changes);
  requests.writes += status !== null && planned.changes.length > 1 ? 2 : 1;
  requests.lookUps += lookUpsOfPerson(planned.member, status);
}

function countSeat(seats: SeatCounts, license: string, count: number): void {
  const known = licenseTypeMeaning(license) ?? '';
  seats.set(known, (seats.get(known) ?? 0) + count);
}

/** Moves a person's seat from what they have to what they will have; who is deactivated has none. */
function moveSeat({ member, changes }: Extract<PlannedRow, { kind: 'changed' }>, added: SeatCounts): void {
  const to = (column: FieldChange['column']) => changes.find((change) => change.column === column)?.to;
  const deactivated = to('deactivated');
  const isGone = deactivated === undefined ? member.deactivated : deactivated === YES;
  if (!member.deactivated) countSeat(added, member.licenseType, -1);
  if (!isGone) countSeat(added, to('licenseType') ?? member.licenseType, 1);
}

/** The seats of active people; null where the snapshot does not tell. */
function* countingInUse({ people, untold }: CurrentTeam): Generator<void, SeatCounts | null> {
  if (untold.includes('licenseType')) return null;
  const inUse: SeatCounts = new Map();
  for (const [place, { licenseType, deactivated }] of people.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    if (!deactivated) countSeat(inUse, licenseType, 1);
  }
  return inUse;
}

/** None where nobody's license is known. */
function seatsOf(added: SeatCounts, inUse: SeatCounts | null): Seats[] {
  const isKnown = (counts: SeatCounts | null) => LICENSE_TYPES.some((license) => counts?.has(license));
  if (!isKnown(added) && !isKnown(inUse)) return [];
  return [...LICENSE_TYPES, ''].flatMap((license) => {
    const seats = {
      inUse: inUse === null ? null : (inUse.get(license) ?? 0),
      added: added.get(license) ?? 0,
    };
    if (seats.added === 0 && !seats.inUse) return [];
    return [{ license: license === '' ? null : license, ...seats }];
  });
}
