import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import { type DraftRecord, draftRecord, kindOf } from '../../../shared/drafts/draft-record.ts';
import { DraftReplay } from '../../../shared/drafts/replay-draft.ts';
import { DraftTally } from '../../../shared/drafts/draft-tally.ts';
import { Blanks, type Passwords } from '../../../shared/drafts/blanks.ts';
import { columnsOf, recordsOfStep, textsOfRows } from '../../../shared/drafts/write-records.ts';
import {
  applyChange,
  cellsChange,
  type Change,
  isNothing,
  reverseChange,
} from '../../../shared/roster/change.ts';
import {
  emptyHistory,
  excludedRows,
  type History,
  record,
  redo,
  type Step,
  undo,
} from '../../../shared/roster/history.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { makeRoster } from '../roster/make-roster.ts';
import { SETTINGS } from '../rules/build-roster.ts';
import { changeOf, edit, person } from '../rules/edit-at-random.ts';
import { runs } from '../../tier.ts';

const PEOPLE = 6;

/** A roster as it is worked with, and the draft that would be kept of it. */
class Live {
  readonly roster: Roster;
  readonly blanks: Blanks;
  history: History = emptyHistory;
  savedStep: Step | null = null;
  readonly lines: string[] = [];

  constructor(roster: Roster, passwords: Passwords) {
    this.roster = roster;
    this.blanks = new Blanks(passwords, roster.columns);
  }

  write(records: Iterable<DraftRecord>): void {
    for (const one of records) this.lines.push(JSON.stringify(one));
  }

  begin(first: Step): void {
    const { roster, blanks } = this;
    const { columns, nextId } = roster;
    const form = { form: null, delimiter: null, how: {}, sources: [] };
    const rows = roster.rows.length;
    this.write([{ kind: 'origin', columns: columnsOf(columns), nextId, rows, ...form }]);
    for (const text of textsOfRows(roster.rows, ({ cells }) => cells, blanks, 1))
      this.lines.push(text.trimEnd());
    this.write(recordsOfStep('past', first, blanks));
  }

  step(change: Change): void {
    if (isNothing(change)) return;
    finish(applyChange(this.roster, change));
    const step = { label: `Change ${this.lines.length}`, change };
    this.history = record(this.history, step);
    if (this.lines.length === 0) this.begin(step);
    else this.write(recordsOfStep('step', step, this.blanks));
  }

  back(): void {
    const taken = undo(this.history);
    if (taken === null) return;
    finish(applyChange(this.roster, finish(reverseChange(taken.step.change))));
    this.history = taken.history;
    this.write([{ kind: 'undo' }]);
  }

  forth(): void {
    const taken = redo(this.history);
    if (taken === null) return;
    finish(applyChange(this.roster, taken.step.change));
    this.history = taken.history;
    this.write([{ kind: 'redo' }]);
  }

  save(): void {
    if (this.lines.length === 0) return;
    this.savedStep = this.history.done.at(-1) ?? null;
    this.write([{ kind: 'saved', format: 'unicode-text', delimiter: ';' }]);
  }
}

function replayed(lines: readonly string[]): { replay: DraftReplay; taken: number } {
  const replay = new DraftReplay();
  let taken = 0;
  for (const line of lines) {
    if (finish(replay.taking(draftRecord.parse(JSON.parse(line)))) !== 'taken') break;
    taken += 1;
  }
  return { replay, taken };
}

/** A row's texts, without empty ones at its end, which are the same as none. */
function textsOf(cells: readonly string[], passwords: Passwords): string {
  const shown = cells.map((text, at) => (passwords === 'blanked' && at === AT.temporaryPassword ? '' : text));
  return JSON.stringify(shown.slice(0, shown.findLastIndex((text) => text !== '') + 1));
}

function seen({ rows, columns: shown, byId }: Roster, passwords: Passwords = 'kept'): unknown {
  return {
    shown,
    ids: [...byId.keys()],
    rows: rows.map(({ id, index, cells }) => [id, index, textsOf(cells, passwords)]),
  };
}

const deed = fc.oneof({ weight: 8, arbitrary: edit }, { weight: 1, arbitrary: fc.constant('save' as const) });

function carryOut(
  live: Live,
  deeds: readonly (typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never)[],
): void {
  for (const todo of deeds)
    if (todo === 'save') live.save();
    else if (todo.kind === 'undo') live.back();
    else if (todo.kind === 'redo') live.forth();
    else live.step(changeOf(live.roster, check(live.roster, SETTINGS), todo));
}

/** The lines of a draft whose rows come in two records, each some records after where they could have come. */
function withLateRows(lines: readonly string[], first: number, second: number): string[] {
  const at = lines.findIndex((line) => kindOf(line) === 'rows');
  if (at === -1) return [...lines];
  const told = draftRecord.parse(JSON.parse(lines[at] ?? ''));
  const rows = told.kind === 'rows' ? told.rows : [];
  const late = lines.toSpliced(at, 1);
  const [one, other] = [first, second]
    .map((chance) => at + (chance % (late.length - at + 1)))
    .sort((a, b) => a - b);
  const half = rows.length >> 1;
  const lineOfSome = (some: typeof rows): string => JSON.stringify({ kind: 'rows', rows: some });
  late.splice(other ?? at, 0, lineOfSome(rows.slice(half)));
  late.splice(one ?? at, 0, lineOfSome(rows.slice(0, half)));
  return late;
}

function rosterOf(people: readonly (readonly string[])[]): Roster {
  return makeRoster(
    people.map((cells) => Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] ?? '']))),
  );
}

const deedsOfSome = fc.array(deed, { minLength: 1, maxLength: 20 });
const people = fc.array(person, { minLength: 1, maxLength: PEOPLE });

const ORIGIN =
  '{"kind":"origin","columns":{"optional":[],"carried":[]},"nextId":5,"form":null,"delimiter":null,"how":{},"sources":[]}';

describe('a draft that is replayed', () => {
  it('is the roster and its history as they were, whatever was done', () => {
    fc.assert(
      fc.property(people, fc.array(deed, { minLength: 1, maxLength: 30 }), (persons, deeds) => {
        const live = new Live(rosterOf(persons), 'kept');
        carryOut(live, deeds);
        const { replay, taken } = replayed(live.lines);
        expect(taken).toBe(live.lines.length);
        if (!replay.hasSteps) return;
        expect(seen(replay.roster)).toEqual(seen(live.roster));
        expect(replay.roster.nextId).toBe(live.roster.nextId);
        expect(replay.history).toEqual(live.history);
        expect(replay.savedStep).toEqual(live.savedStep);
        expect(replay.history.done.indexOf(replay.savedStep ?? { label: '', change: cellsChange([]) })).toBe(
          live.history.done.findIndex((step) => step === live.savedStep),
        );
        const tally = new DraftTally();
        for (const line of live.lines) tally.take(kindOf(line));
        expect(tally.isUnsaved).toBe((live.history.done.at(-1) ?? null) !== live.savedStep);
      }),
      { numRuns: runs(150) },
    );
  });

  it('goes back to the roster as it was opened by undoing everything', () => {
    fc.assert(
      fc.property(people, fc.array(edit, { minLength: 1, maxLength: 12 }), (persons, deeds) => {
        const live = new Live(rosterOf(persons), 'kept');
        carryOut(live, deeds);
        const { replay } = replayed(live.lines);
        const replica = new Live(replay.roster, 'kept');
        replica.history = replay.history;
        while (replica.history.done.length > 0) replica.back();
        while (live.history.done.length > 0) live.back();
        if (replay.hasSteps) expect(seen(replica.roster)).toEqual(seen(live.roster));
      }),
      { numRuns: runs(60) },
    );
  });

  it('security 18: holds no temporary password where none may be kept, and all else', () => {
    fc.assert(
      fc.property(people, fc.array(deed, { minLength: 1, maxLength: 30 }), (persons, deeds) => {
        const live = new Live(
          rosterOf(persons.map((cells) => cells.with(AT.temporaryPassword, 'canary-4711'))),
          'blanked',
        );
        carryOut(live, deeds);
        expect(live.lines.join('\n')).not.toMatch(/canary-4711|Welcome#1|Ana12345/);
        const { replay, taken } = replayed(live.lines);
        expect(taken).toBe(live.lines.length);
        if (!replay.hasSteps) return;
        expect(replay.isBlanked).toBe(true);
        expect(seen(replay.roster)).toEqual(seen(live.roster, 'blanked'));
      }),
      { numRuns: runs(100) },
    );
  });

  it('is the same where the rows came late, among what was done to them', () => {
    fc.assert(
      fc.property(people, deedsOfSome, fc.nat(), fc.nat(), (persons, deeds, first, second) => {
        const live = new Live(rosterOf(persons), 'kept');
        carryOut(live, deeds);
        const late = withLateRows(live.lines, first, second);
        const { replay, taken } = replayed(late);
        if (live.lines.length === 0) return;
        expect(taken).toBe(late.length);
        expect([replay.isWhole, seen(replay.roster)]).toEqual([true, seen(live.roster)]);
        expect(replay.roster.nextId).toBe(live.roster.nextId);
        expect(replay.history).toEqual(live.history);
        expect(replay.savedStep).toEqual(live.savedStep);
      }),
      { numRuns: runs(150) },
    );
  });

  it.each(['kept', 'blanked'] as const)(
    'is the same with rows that are read from the file, where they never came (passwords %s)',
    (passwords) => {
      fc.assert(
        fc.property(people, deedsOfSome, (persons, deeds) => {
          const live = new Live(rosterOf(persons), passwords);
          carryOut(
            live,
            deeds.filter((todo) => todo !== 'save'),
          );
          if (live.lines.length === 0) return;
          const { replay } = replayed(live.lines.filter((line) => kindOf(line) !== 'rows'));
          if (!replay.isWhole) {
            const file = { roster: rosterOf(persons), columns: [] };
            expect(finish(replay.takingFile(file, passwords))).toBe('taken');
            expect(finish(replay.goingOn())).toBe('taken');
          }
          expect(seen(replay.roster)).toEqual(seen(live.roster, passwords));
          expect(replay.roster.nextId).toBe(live.roster.nextId);
          if (passwords === 'kept') expect(replay.history).toEqual(live.history);
        }),
        { numRuns: runs(100) },
      );
    },
  );

  it('takes no rows of a file that is another by now, or of a roster that was saved since', () => {
    const people = [{ firstName: 'Ana' }, { firstName: 'Bob' }];
    const source = { header: 'Town', key: null, position: 30, place: 0 };
    const live = new Live(makeRoster(people), 'kept');
    live.step(cellsChange([{ row: 1, position: AT.firstName, from: 'Ana', to: 'Eva' }]));
    const [origin, , past] = live.lines;
    const told = [origin ?? '', past ?? ''];
    const taken = (file: Parameters<DraftReplay['takingFile']>[0], more: readonly string[] = []) =>
      finish(replayed([...told, ...more]).replay.takingFile(file, 'kept'));
    expect(taken({ roster: makeRoster(people), columns: [] })).toBe('taken');
    expect(taken({ roster: makeRoster(people), columns: [source] })).toBe('misfit');
    const withSource = (origin ?? '').replace('"sources":[]', `"sources":[${JSON.stringify(source)}]`);
    const fromFile = (columns: readonly (typeof source)[]) =>
      finish(
        replayed([withSource, past ?? '']).replay.takingFile({ roster: makeRoster(people), columns }, 'kept'),
      );
    expect(fromFile([source])).toBe('taken');
    for (const other of [{ header: 'City' }, { place: 1 }, { position: 31 }])
      expect(fromFile([{ ...source, ...other }])).toBe('misfit');
    expect(taken({ roster: makeRoster([...people, { firstName: 'Cem' }]), columns: [] })).toBe('misfit');
    expect(taken({ roster: makeRoster([{ firstName: 'Dan' }, ...people]), columns: [] })).toBe('misfit');
    const saved = ['{"kind":"saved","delimiter":";"}', '{"kind":"undo"}'];
    expect(taken({ roster: makeRoster(people), columns: [] }, saved)).toBe('misfit');
    expect(
      finish(
        replayed(told.slice(0, 1)).replay.takingFile({ roster: makeRoster(people), columns: [] }, 'kept'),
      ),
    ).toBe('misfit');
  });

  it('of a large step comes in records of bounded size, and of parts without their step is none', () => {
    const live = new Live(makeRoster(Array.from({ length: 3000 }, () => ({ firstName: 'Ana' }))), 'kept');
    const { rows } = live.roster;
    live.step(
      cellsChange(rows.map(({ id }) => ({ row: id, position: AT.firstName, from: 'Ana', to: 'Bob' }))),
    );
    const before = live.lines.length;
    live.step({
      cells: [],
      removed: rows.map(({ id, index, cells }) => ({ row: id, index, cells })),
      inserted: [],
    });
    const kinds = live.lines.slice(before).map(kindOf);
    expect(kinds).toEqual([...Array.from({ length: 14 }, () => 'part'), 'step']);
    expect(Math.max(...live.lines.slice(2).map(({ length }) => length))).toBeLessThan(60_000);
    const cut = [...live.lines.slice(0, -1), '{"kind":"drop"}', '{"kind":"undo"}'];
    const { replay, taken } = replayed(cut);
    expect(taken).toBe(cut.length);
    expect(replay.roster.rows.map(({ cells }) => cells[AT.firstName])).toEqual(
      rows.length === 0 ? Array.from({ length: 3000 }, () => 'Ana') : [],
    );
  });

  it('stops at a change that does not fit, and leaves all before it', () => {
    const live = new Live(makeRoster([{ firstName: 'Ana' }]), 'kept');
    const set = (from: string, to: string) => cellsChange([{ row: 1, position: AT.firstName, from, to }]);
    live.step(set('Ana', 'Bob'));
    live.step(set('Bob', 'Cem'));
    const good = live.lines.length;
    live.write(recordsOfStep('step', { label: 'Odd', change: set('Dan', 'Eva') }, live.blanks));
    live.write(recordsOfStep('step', { label: 'Fits', change: set('Cem', 'Eva') }, live.blanks));
    const { replay, taken } = replayed(live.lines);
    expect(taken).toBe(good);
    expect(replay.roster.rows[0]?.cells[AT.firstName]).toBe('Cem');
    expect(replay.history.done).toHaveLength(2);
  });

  it('takes the rows of an older draft, which did not count them, until the first step', () => {
    const rows = (id: number, name: string) => `{"kind":"rows","rows":[[${id},["${name}"]]]}`;
    const past = '{"kind":"past","label":"Edit"}';
    const { replay, taken } = replayed([ORIGIN, rows(1, 'Ana'), rows(2, 'Bob'), past]);
    expect([taken, replay.roster.rows.length, replay.isWhole]).toEqual([4, 2, true]);
    expect(replayed([ORIGIN, rows(1, 'Ana'), past, rows(2, 'Bob')]).taken).toBe(3);
    expect(new DraftReplay().isWhole).toBe(false);
  });

  it('says that passwords were left out, in rows or in a step alone', () => {
    const rows = '{"kind":"rows","rows":[[1,["Ana"]]]';
    const past = '{"kind":"past","label":"Edit","cells":[[1,0,"Ana","Eva"]]';
    const isBlanked = (...lines: string[]) => replayed([ORIGIN, ...lines]).replay.isBlanked;
    expect(isBlanked(`${rows}}`, `${past}}`)).toBe(false);
    expect(isBlanked(`${rows},"blanked":true}`, `${past}}`)).toBe(true);
    expect(isBlanked(`${rows}}`, `${past},"blanked":true}`)).toBe(true);
  });

  it.each([
    [['{"kind":"undo"}']],
    [['{"kind":"rows","rows":[]}']],
    [['origin', 'origin']],
    [['origin', '{"kind":"redo"}']],
    [['origin', '{"kind":"rows","rows":[[1,["Ana"]],[1,["Bob"]]]}']],
    [['origin', '{"kind":"rows","rows":[[9,["Ana"]]]}']],
    [['origin of 1', '{"kind":"rows","rows":[[1,["Ana"]],[2,["Bob"]]]}']],
    [['origin of 1', '{"kind":"rows","rows":[[1,["Ana"]]]}', '{"kind":"rows","rows":[[2,["Bob"]]]}']],
    [['origin of 1', '{"kind":"undo"}', '{"kind":"rows","rows":[[1,["Ana"]]]}']],
  ])('refuses what cannot follow (%j)', (lines) => {
    const originOf1 = ORIGIN.replace('"nextId"', '"rows":1,"nextId"');
    const given = lines.map((line) =>
      line === 'origin' ? ORIGIN : line === 'origin of 1' ? originOf1 : line,
    );
    expect(replayed(given).taken).toBe(given.length - 1);
  });
});

it('takes a roster that was saved before there was a choice of forms as Unicode text', () => {
  const old = draftRecord.parse({ kind: 'saved', delimiter: '\t' });
  expect(old).toMatchObject({ format: 'unicode-text' });
});

it('keeps who was left out of the roster, without passwords where those are not kept', () => {
  const excludedAfter = (passwords: Passwords) => {
    const roster = makeRoster([{ firstName: 'Ana' }, { firstName: 'Max', temporaryPassword: 'secret' }]);
    const live = new Live(roster, passwords);
    const [, max] = roster.rows;
    if (max === undefined) throw new Error('No Max');
    const cells = [...max.cells];
    live.step({
      cells: [],
      inserted: [],
      removed: [{ row: max.id, index: 1, cells }],
      excluded: [{ row: max.id, cells, header: 'Status', text: 'LOA' }],
    });
    const replay = new DraftReplay();
    for (const line of live.lines) finish(replay.taking(draftRecord.parse(JSON.parse(line))));
    return excludedRows(replay.history);
  };
  expect(excludedAfter('kept')).toMatchObject([{ header: 'Status', text: 'LOA' }]);
  expect(excludedAfter('kept')[0]?.cells).toContain('secret');
  expect(excludedAfter('blanked')[0]?.cells).toContain('Max');
  expect(excludedAfter('blanked')[0]?.cells).not.toContain('secret');
});
