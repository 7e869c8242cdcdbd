import { AT } from '../../shared/person/catalogue.ts';
import { type Change, cellsChange, reverseChange } from '../../shared/roster/change.ts';
import { cellAt, type Roster } from '../../shared/roster/roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';

/**
 * Edits of every kind that is dear to check again, each followed by its undoing: a person's email, ID and leader, a
 * leader's own email (which everyone of the team refers to), an email that another row has, a name, a date.
 */
export function* editsOf(roster: Roster, count: number): Generator<Change> {
  for (let edit = 0; edit < count; edit += 1) {
    const [position, text] = EDITS[edit % EDITS.length] ?? EDITS[0];
    // A step that shares no factor with the number of rows visits people all over the roster, leaders among them.
    const row = roster.rows[(edit * 7919) % roster.rows.length];
    if (row === undefined) continue;
    const change = cellsChange([{ row: row.id, position, from: cellAt(row, position), to: text(edit) }]);
    yield change;
    yield finish(reverseChange(change));
  }
}

const EDITS = [
  [AT.email, (edit: number) => `new.address.${edit}@acme.example`],
  [AT.email, () => 'leader20@acme.example'],
  [AT.email, () => 'bob@@acme.example'],
  [AT.employeeId, (edit: number) => `9${edit}`],
  [AT.employeeId, () => '0000021'],
  [AT.teamLeader, () => 'leader40@acme.example'],
  [AT.teamLeader, () => 'nobody@acme.example'],
  [AT.firstName, () => 'Grace'],
  [AT.startDate, () => '03/04/2026'],
] as const;
