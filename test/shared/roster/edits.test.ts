import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import { applyChange, type Change, isNothing, reverseChange } from '../../../shared/roster/change.ts';
import { applyMapping as applyingMapping } from '../../../shared/import/mapping/apply-mapping.ts';
import { standingMapping } from '../../../shared/import/mapping/assign-source.ts';
import { listSources } from '../../../shared/import/mapping/sources.ts';
import * as edits from '../../../shared/roster/edits.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { atOnce } from './at-once.ts';
import { makeRoster, textsOf } from './make-roster.ts';
import { runs } from '../../tier.ts';

const { addOptionalColumn } = edits;
const applyMapping = atOnce(applyingMapping);
const deleteRows = atOnce(edits.deleteRows);
const duplicateRows = atOnce(edits.duplicateRows);
const insertRows = atOnce(edits.insertRows);
const leadersFirst = atOnce(edits.leadersFirst);
const moveRows = atOnce(edits.moveRows);
const setCells = atOnce(edits.setCells);

const EMAILS = ['a@x.y', 'b@x.y', 'c@x.y', 'd@x.y', 'e@x.y'];
const NOTES = columns.length;
const fiveRows = () => makeRoster(EMAILS.map((email) => ({ email })));
const emailsAfter = (roster: Roster, change: Change) => {
  finish(applyChange(roster, change));
  return textsOf(roster, 'email')
    .map((email) => email.slice(0, 1))
    .join('');
};

function withNotes(notes: readonly string[], emails: readonly string[]): Roster {
  const shown = { optional: [], carried: [{ position: NOTES, header: 'Work Mail' }] };
  const roster = makeRoster(
    emails.map((email) => ({ email })),
    shown,
  );
  roster.rows.forEach((row, index) => row.cells.push(notes[index] ?? ''));
  return roster;
}

describe('setCells', () => {
  it('lets the last of several texts count and leaves out cells that stay', () => {
    const roster = fiveRows();
    const at = { row: 1, position: AT.email };
    const change = setCells(roster, [
      { ...at, to: 'x' },
      { ...at, to: 'y' },
      { ...at, row: 2, to: 'b@x.y' },
    ]);
    expect(change.cells).toEqual([{ ...at, from: 'a@x.y', to: 'y' }]);
  });
});

describe('insertRows', () => {
  it('gives new rows a fresh ID and all their cells', () => {
    const roster = fiveRows();
    const change = insertRows(roster, 1, [[], ['Agent']]);
    expect(change.inserted.map(({ row, index }) => [row, index])).toEqual([
      [6, 1],
      [7, 2],
    ]);
    expect(change.inserted.map(({ cells }) => cells.length)).toEqual([columns.length, columns.length]);
    expect(emailsAfter(roster, change)).toBe('abcde');
    expect(textsOf(roster, 'role')).toEqual(['', '', 'Agent', '', '', '', '']);
  });

  it('never gives the ID of a row again that was undone', () => {
    const roster = fiveRows();
    const first = insertRows(roster, 0, [[]]);
    finish(applyChange(roster, first));
    finish(applyChange(roster, finish(reverseChange(first))));
    expect(insertRows(roster, 0, [[]]).inserted[0]?.row).not.toBe(first.inserted[0]?.row);
  });

  it('gives new rows a place for every unrecognised column', () => {
    expect(insertRows(withNotes([], ['a']), 9, [[]]).inserted[0]).toMatchObject({
      index: 1,
      cells: { length: columns.length + 1 },
    });
  });
});

describe('duplicateRows', () => {
  it('puts the copies, in order, below the last of the rows', () => {
    const roster = fiveRows();
    expect(emailsAfter(roster, duplicateRows(roster, [3, 1]))).toBe('abcacde');
  });
});

describe('deleteRows', () => {
  it('takes each row out once, wherever it is named', () => {
    const roster = fiveRows();
    expect(emailsAfter(roster, deleteRows(roster, [4, 2, 4]))).toBe('ace');
  });
});

describe('moveRows', () => {
  it.each([
    [[2], 0, 'bacde'],
    [[2], 2, 'acbde'],
    [[4, 2], 0, 'bdace'],
    [[1, 5], 1, 'baecd'],
    [[1, 5], 0, 'aebcd'],
    [[1, 2], 99, 'cdeab'],
    [[2, 3], -1, 'bcade'],
  ])('brings %j to %i', (ids, to, order) => {
    const roster = fiveRows();
    expect(emailsAfter(roster, moveRows(roster, ids, to))).toBe(order);
  });

  it('changes nothing where the rows stand there already', () => {
    expect(isNothing(moveRows(fiveRows(), [2, 3], 1))).toBe(true);
    expect(isNothing(moveRows(fiveRows(), [1], -1))).toBe(true);
  });
});

describe('leadersFirst', () => {
  it('moves the leaders only, before their teams', () => {
    const roster = makeRoster([
      { email: 'a@x.y', teamLeader: 'd@x.y' },
      { email: 'b@x.y', teamLeader: 'd@x.y' },
      { email: 'c@x.y', teamLeader: 'd@x.y' },
      { email: 'd@x.y' },
    ]);
    const change = leadersFirst(roster);
    expect(change.removed.map(({ row }) => row)).toEqual([4]);
    expect(emailsAfter(roster, change)).toBe('dabc');
    expect(isNothing(leadersFirst(roster))).toBe(true);
  });

  it('moves a leader before a team so large that it pauses on the way', () => {
    const team = Array.from({ length: 4500 }, (_, at) => ({ email: `p${at}@x.y`, teamLeader: 'lead@x.y' }));
    const roster = makeRoster([...team, { email: 'lead@x.y' }]);
    const change = leadersFirst(roster);
    expect(change.removed).toHaveLength(1);
    finish(applyChange(roster, change));
    expect(textsOf(roster, 'email').slice(0, 3)).toEqual(['lead@x.y', 'p0@x.y', 'p1@x.y']);
    expect(isNothing(leadersFirst(roster))).toBe(true);
  });
});

describe('addOptionalColumn', () => {
  it('shows the column in the order of the catalogue, once', () => {
    const roster = fiveRows();
    finish(applyChange(roster, addOptionalColumn(roster, 'photoUrl')));
    finish(applyChange(roster, addOptionalColumn(roster, 'licenseType')));
    expect(roster.columns.optional).toEqual(['licenseType', 'photoUrl']);
    expect(isNothing(addOptionalColumn(roster, 'photoUrl'))).toBe(true);
    expect(isNothing(addOptionalColumn(roster, 'role'))).toBe(true);
  });
});

const anyEdit = fc.record({
  kind: fc.constantFrom('set', 'insert', 'duplicate', 'delete', 'move', 'leaders', 'map', 'optional'),
  picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
  text: fc.constantFrom('', 'a@x.y', 'b@x.y', 'text'),
  position: fc.constantFrom(AT.email, AT.teamLeader, AT.role, NOTES),
});
type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

function changeOf(roster: Roster, { kind, picks, text, position }: Edit): Change {
  const ids = picks.flatMap((pick) => roster.rows[pick % (roster.rows.length + 1)]?.id ?? []);
  const [place = 0] = picks;
  switch (kind) {
    case 'set':
      return setCells(
        roster,
        ids.map((row) => ({ row, position, to: text })),
      );
    case 'insert':
      return insertRows(
        roster,
        place,
        picks.map(() => [text]),
      );
    case 'duplicate':
      return duplicateRows(roster, ids);
    case 'delete':
      return deleteRows(roster, ids);
    case 'move':
      return moveRows(roster, ids, place);
    case 'leaders':
      return leadersFirst(roster);
    case 'map':
      return mapNotes(roster);
    case 'optional':
      return addOptionalColumn(roster, 'licenseType');
  }
}

/** Takes the unrecognised column for the email address; what stood there takes its place. */
function mapNotes(roster: Roster): Change {
  const sources = listSources(roster, []);
  const column = sources.findIndex(({ position }) => position >= NOTES);
  const others = standingMapping(sources).filter(({ key }) => key !== 'email');
  return applyMapping(roster, sources, [
    ...others,
    { key: 'email', from: { kind: 'column', column }, values: [] },
  ]);
}

/** Everything but `nextId`, which only grows, and empty cells at a row’s end, which are as good as none. */
const snapshot = ({ rows, columns: shown }: Roster) => ({
  shown,
  rows: rows.map(({ id, index, cells }) => ({
    ...{ id, index },
    cells: cells.slice(0, cells.findLastIndex((text) => text !== '') + 1),
  })),
});

describe('a change and its reverse', () => {
  it('bring back rows, order, indexes and columns exactly, over any edits', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
        const roster = withNotes(['n1', '', 'n3'], EMAILS);
        const before = [snapshot(roster)];
        const changes = edits.map((edit) => {
          const change = changeOf(roster, edit);
          finish(applyChange(roster, change));
          expect(roster.rows.map(({ index }) => index)).toEqual(roster.rows.map((_, index) => index));
          expect(new Set(roster.byId.keys())).toEqual(new Set(roster.rows.map(({ id }) => id)));
          for (const row of roster.rows) expect(roster.byId.get(row.id)).toBe(row);
          before.push(snapshot(roster));
          return change;
        });
        for (const change of changes.toReversed()) {
          before.pop();
          finish(applyChange(roster, finish(reverseChange(change))));
          expect(snapshot(roster)).toEqual(before.at(-1));
        }
        for (const change of changes) finish(applyChange(roster, change));
      }),
      { numRuns: runs(500) },
    );
  });
});
