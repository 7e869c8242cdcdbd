import { describe, expect, it } from 'vitest';
import { changesNothing } from '../../../../shared/import/mapping/apply-mapping.ts';
import {
  assignSource,
  standingMapping,
  useOf,
  withFrom,
} from '../../../../shared/import/mapping/assign-source.ts';
import { findDeciders, proposeDecision } from '../../../../shared/import/mapping/decide-by.ts';
import { FILE_ALONE, findNamed } from '../../../../shared/import/mapping/find-named.ts';
import { listSources, overwrittenBy } from '../../../../shared/import/mapping/sources.ts';
import { type ColumnMapping, EXCLUDED } from '../../../../shared/import/mapping/mapping.ts';
import { proposeMapping } from '../../../../shared/import/mapping/propose-mapping.ts';
import { applyChange, reverseChange } from '../../../../shared/roster/change.ts';
import {
  emptyHistory,
  excludedRows,
  MAX_STEPS,
  record,
  redo,
  undo,
} from '../../../../shared/roster/history.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { judgeWith, map, openSources, tableOf } from './open-sources.ts';

const HR = [
  ['Name', 'E-Mail', 'Funktion', 'Vorgesetzte/r', 'Status', 'Kanäle'],
  ['Boss, Lea', 'lea@acme.example', 'Leiterin', '', 'Aktiv', 'Telefon/E-Mail'],
  ['Ruiz, Ana', 'ana@acme.example', 'Teamleitung', 'Boss, Lea', 'Aktiv', 'Chat'],
  ['Eze, Amara', 'amara@acme.example', 'Agent', 'Ana Ruiz', 'Aktiv', 'Telefon, Fax'],
  ['Okafor, Sam', 'sam@acme.example', 'Agent', 'RUIZ Ana', 'Elternzeit', 'Fax'],
  ['Ito, Mei', 'mei@acme.example', 'Agent', 'Nobody, Ghost', 'ausgeschieden', ''],
] as const;

function proposed(mode: 'create' | 'update' = 'create') {
  const opened = openSources(...HR);
  const { mapping } = finish(proposeMapping(opened.roster, opened.sources, judgeWith({ mode })));
  return { ...opened, mapping };
}

describe('what is proposed for a list of human resources', () => {
  it('makes channels of words, people of names, and who manages of who is named; leaves out who is gone', () => {
    const { roster, sources, mapping } = proposed();
    const before = structuredClone({ table: tableOf(roster), columns: roster.columns });
    const change = map(roster, sources, mapping);
    expect(tableOf(roster)).toEqual({
      Role: ['Leiterin', 'Teamleitung', 'Agent'],
      'Can Manage Teams': ['y', 'y', 'n'],
      'Email Address': ['lea@acme.example', 'ana@acme.example', 'amara@acme.example'],
      'First Name': ['Lea', 'Ana', 'Amara'],
      'Last Name': ['Boss', 'Ruiz', 'Eze'],
      'Phone Channel': ['y', 'n', 'y'],
      'Chat Channel': ['n', 'y', 'n'],
      'Email Channel': ['y', 'n', 'n'],
      'Team Leader': ['', 'lea@acme.example', 'ana@acme.example'],
      Status: ['Aktiv', 'Aktiv', 'Aktiv'],
      Kanäle: ['Telefon/E-Mail', 'Chat', 'Telefon, Fax'],
    });
    expect(change.excluded?.map(({ header, text, cells }) => [header, text, cells[0], cells[12]])).toEqual([
      ['Status', 'Elternzeit', 'Agent', 'ana@acme.example'],
      ['Status', 'ausgeschieden', 'Agent', 'Nobody, Ghost'],
    ]);
    finish(applyChange(roster, finish(reverseChange(change))));
    expect({ table: tableOf(roster), columns: roster.columns }).toEqual(before);
  });

  it('deactivates in a bulk update who is away or gone, and leaves nobody out', () => {
    const { roster, sources, mapping } = proposed('update');
    const change = map(roster, sources, mapping);
    expect(change.excluded).toBeUndefined();
    expect(tableOf(roster)['Deactivated']).toEqual(['', '', '', 'y', 'y']);
  });

  it('says how many leaders were found by name among those who stay, and who was not', () => {
    const { roster, sources, mapping } = proposed();
    expect(finish(findNamed(roster, sources, mapping, FILE_ALONE))).toMatchObject({
      given: 2,
      found: 2,
      unfound: [],
      leaders: 2,
    });
    const all = mapping.filter(({ key }) => key !== EXCLUDED);
    expect(finish(findNamed(roster, sources, all, FILE_ALONE))).toMatchObject({
      given: 4,
      found: 3,
      unfound: [{ text: 'Nobody, Ghost', count: 1 }],
    });
  });

  it('keeps the status of work where a column mixes it with who is away', () => {
    const { roster, sources } = openSources(
      ['Email', 'Employment Status'],
      ['a@x.yz', 'Vollzeit'],
      ['b@x.yz', 'Part time'],
      ['c@x.yz', 'Active'],
      ['d@x.yz', 'LOA'],
    );
    const { mapping } = finish(proposeMapping(roster, sources, judgeWith()));
    const change = map(roster, sources, mapping);
    expect(tableOf(roster)['Employment Status']).toEqual(['Full Time', 'Part Time', '']);
    expect(change.excluded?.map(({ text }) => text)).toEqual(['LOA']);
  });

  it('proposes neither who manages nor a leader’s rank for people who are added to a roster', () => {
    const { roster, sources } = openSources(...HR);
    const { mapping } = finish(proposeMapping(roster, sources, judgeWith(), 'add'));
    expect(mapping.map(({ key }) => key)).not.toContain('canManageTeams');
  });
});

describe('a leaving date', () => {
  const LEFT = [
    ['Email', 'First Name', 'Last Name', 'Zustand', 'Austrittsdatum'],
    ['a@x.yz', 'Ana', 'Ruiz', 'Aktiv', ''],
    ['b@x.yz', 'Bea', 'Lund', 'Aktiv', '31.05.2026'],
    ['c@x.yz', 'Cy', 'Ito', 'Elternzeit', ''],
    ['d@x.yz', 'Dee', 'Dow', 'Aktiv', '01.06.2026'],
    ['e@x.yz', 'Eli', 'Fox', 'Aktiv', '31.12.2026'],
    // The day and the month may change places; in one order it is still ahead.
    ['f@x.yz', 'Fay', 'Gil', 'Aktiv', '03/07/2026'],
  ] as const;
  const madeOf = (rows: readonly (readonly string[])[], mode: 'create' | 'update' = 'create') => {
    const [header = [], ...people] = rows;
    const { roster, sources } = openSources(header, ...people);
    const { mapping } = finish(proposeMapping(roster, sources, judgeWith({ mode })));
    return { roster, sources, mapping, change: map(roster, sources, mapping) };
  };

  it('leaves out whose has come, beside those whose status says it, and says why', () => {
    const { mapping, change } = madeOf(LEFT);
    expect(mapping.at(-1)).toEqual({
      key: EXCLUDED,
      from: { kind: 'left', column: 4, by: 3, day: '2026-06-01' },
      values: [{ from: 'Elternzeit', to: 'y' }],
    });
    expect(change.excluded?.map(({ header, text }) => `${header}: ${text}`)).toEqual([
      'Austrittsdatum: 31.05.2026',
      'Zustand: Elternzeit',
      'Austrittsdatum: 01.06.2026',
    ]);
  });

  it('deactivates them in a bulk update', () => {
    const { roster } = madeOf(LEFT, 'update');
    expect(tableOf(roster)['Deactivated']).toEqual(['', 'y', 'y', 'y', '', '']);
  });

  it('is known by its header, and never taken for the first day', () => {
    for (const header of [
      'Leaving date',
      'Date de sortie',
      'Fecha de baja',
      'Last working day',
      'Exit Date',
      'Data de saída',
    ]) {
      const { mapping } = madeOf([
        ['Email', header],
        ['a@x.yz', '2026-05-31'],
        ['b@x.yz', ''],
      ]);
      expect(mapping, header).toEqual([
        expect.objectContaining({ key: 'email' }),
        expect.objectContaining({
          key: EXCLUDED,
          from: { kind: 'left', column: 1, by: null, day: '2026-06-01' },
        }),
      ]);
    }
  });

  it('is none where nobody’s has come, or where the header says something else', () => {
    for (const [header, text] of [
      ['Leaving date', '2026-06-02'],
      ['Leaving date', 'soon'],
      ['Department date', '2026-05-31'],
      ['Eintritt', '2020-05-31'],
    ] as const) {
      const { mapping } = madeOf([
        ['Email', header],
        ['a@x.yz', text],
      ]);
      expect(
        mapping.map(({ key }) => key),
        header,
      ).not.toContain(EXCLUDED);
    }
  });
});

describe('one column that decides several others', () => {
  const opened = () =>
    openSources(['Email', 'Funktion'], ['a@x.yz', 'Agent'], ['b@x.yz', 'Lead'], ['c@x.yz', 'agent']);
  const by = (
    mapping: ColumnMapping,
    key: 'groups' | 'licenseType' | 'canManageTeams',
    to: string,
    rest: string,
  ) => withFrom(mapping, key, { kind: 'by', column: 1, rest }, [{ from: 'Agent', to }]);

  it('stays what it is itself, and is taken whole by none of them', () => {
    const { roster, sources } = opened();
    let mapping = assignSource(standingMapping(sources), sources, 1, { kind: 'column', key: 'role' });
    mapping = by(
      by(by(mapping, 'groups', '{Support, Tier 1}', ''), 'licenseType', 'Flexible', 'Standard'),
      'canManageTeams',
      'n',
      'y',
    );
    expect(useOf(mapping, 1)).toEqual({ kind: 'column', key: 'role' });
    map(roster, sources, mapping);
    expect(tableOf(roster)).toEqual({
      Role: ['Agent', 'Lead', 'agent'],
      'Can Manage Teams': ['n', 'y', 'y'],
      'Email Address': ['a@x.yz', 'b@x.yz', 'c@x.yz'],
      'Group Assignments': ['{Support, Tier 1}', '', ''],
      'License Type': ['Flexible', 'Standard', 'Standard'],
    });
  });

  it('goes on deciding when its texts are used for something else', () => {
    const { sources } = opened();
    const mapping = by(standingMapping(sources), 'licenseType', 'Flexible', 'Standard');
    const other = assignSource(mapping, sources, 1, { kind: 'column', key: 'homeTown' });
    expect(other.find(({ key }) => key === 'licenseType')?.from.kind).toBe('by');
  });

  it('is offered where it says few things of many people, and not where it names them', () => {
    const rows = Array.from({ length: 30 }, (_, at) => [
      `p${at}@x.yz`,
      `Name ${at}`,
      at % 2 === 0 ? 'Agent' : 'Lead',
      'geheim',
    ]);
    const { roster, sources } = openSources(['Email', 'Name', 'Funktion', 'Kennwort'], ...rows);
    expect(findDeciders(roster, sources, judgeWith().settings)).toEqual([2]);
  });

  it('is offered where its texts differ at all, those of the fewest kinds first', () => {
    const sites = ['Cork', 'Leeds', 'Porto'];
    const rows = Array.from({ length: 24 }, (_, at) => [
      'Acme Ltd',
      sites[at % 3] ?? '',
      at % 4 === 0 ? 'x' : '',
      at % 2 === 0 ? 'Agent' : 'Lead',
      `Desk ${at % 20}`,
      `p${at}@x.yz`,
    ]);
    const { roster, sources } = openSources(['Company', 'Site', 'Leads', 'Title', 'Desk', 'Email'], ...rows);
    const headers = findDeciders(roster, sources, judgeWith().settings).map((at) => sources[at]?.header);
    expect(headers).toEqual(['Leads', 'Title', 'Site']);
  });

  it('proposes y for the titles that leaders have, and out for those who are gone', () => {
    const { roster, sources, mapping } = proposed();
    const named = finish(findNamed(roster, sources, mapping, FILE_ALONE));
    const valuesOf = (target: 'canManageTeams' | typeof EXCLUDED, column: number) =>
      proposeDecision(mapping, target, column, { roster, sources, named })
        .find(({ key }) => key === target)
        ?.values.map(({ from }) => from);
    expect(valuesOf('canManageTeams', 2)).toEqual(['Leiterin', 'Teamleitung']);
    expect(valuesOf(EXCLUDED, 4)).toEqual(['Elternzeit', 'ausgeschieden']);
  });
});

describe('the words of a list', () => {
  it('mean what the user says of them, and are remembered so', () => {
    const { roster, sources } = openSources(['Email', 'Channels'], ['a@x.yz', 'Fax/Chat'], ['b@x.yz', 'Fax']);
    let mapping = assignSource(standingMapping(sources), sources, 1, { kind: 'channels' });
    expect(useOf(mapping, 1)).toEqual({ kind: 'channels' });
    mapping = mapping.map((entry) =>
      entry.key === 'phoneChannel' ? { ...entry, values: [{ from: 'Fax', to: 'y' }] } : entry,
    );
    map(roster, sources, mapping);
    expect(tableOf(roster)).toMatchObject({ 'Phone Channel': ['y', 'y'], 'Chat Channel': ['y', ''] });
  });
});

describe('who is named as a leader', () => {
  it('manages teams whatever the file says, where that is wanted', () => {
    const file = [
      ['Email', 'First Name', 'Last Name', 'Manager', 'Is Manager'],
      ['lea@x.yz', 'Lea', 'Boss', '', 'n'],
      ['ana@x.yz', 'Ana', 'Ruiz', 'Lea Boss', 'n'],
    ] as const;
    const made = (manages: boolean): unknown => {
      const { roster, sources } = openSources(...file);
      const mapping = withFrom(standingMapping(sources), 'teamLeader', {
        kind: 'person',
        column: 3,
        manages,
      });
      map(roster, sources, mapping);
      return tableOf(roster)['Can Manage Teams'];
    };
    expect([made(true), made(false)]).toEqual([
      ['y', 'n'],
      ['n', 'n'],
    ]);
  });

  it('is one person where a row stands in the file twice, and nobody where two people have the name', () => {
    const twice = openSources(
      ['Email', 'Name', 'Manager'],
      ['lea@x.yz', 'Lea Boss', ''],
      ['lea@x.yz', 'Lea Boss', ''],
      ['a@x.yz', 'Ana Ruiz', 'Boss, Lea'],
      ['b@x.yz', 'Ana Ruiz', 'Ruiz, Ana'],
    );
    const { mapping } = finish(proposeMapping(twice.roster, twice.sources, judgeWith()));
    map(twice.roster, twice.sources, mapping);
    expect(tableOf(twice.roster)).toMatchObject({
      'Team Leader': ['', '', 'lea@x.yz', 'Ruiz, Ana'],
      'Can Manage Teams': ['y', 'y', 'n', 'n'],
    });
  });

  it('is found among those of the open roster and of the current team too', () => {
    const { roster, sources } = openSources(
      ['Email', 'Manager'],
      ['a@x.yz', 'Boss, Lea'],
      ['b@x.yz', 'lea@x.yz'],
    );
    const open = openSources(['Email', 'First Name', 'Last Name'], ['lea@x.yz', 'Lea', 'Boss']);
    const mapping = withFrom(standingMapping(sources), 'teamLeader', {
      kind: 'person',
      column: 1,
      manages: false,
    });
    const found = finish(findNamed(roster, sources, mapping, { ...FILE_ALONE, roster: open.roster }));
    expect([found.personOf('Boss, Lea'), found.personOf('lea@x.yz'), found.given]).toEqual([
      'lea@x.yz',
      null,
      1,
    ]);
  });
});

describe('mapping again after other work', () => {
  it('changes nothing as it stands, and names what another mapping would take the place of', () => {
    const { roster, sources, columns, mapping } = proposed();
    map(roster, sources, mapping);
    const now = listSources(roster, columns);
    expect(changesNothing(roster, now, standingMapping(now))).toBe(true);
    const lists = now.findIndex(({ header }) => header === 'Kanäle');
    const row = roster.rows[1];
    if (row) row.cells[9] = 'y';
    const again = assignSource(standingMapping(now), now, lists, { kind: 'channels' });
    const change = map(roster, now, again);
    expect(overwrittenBy(change, () => false)).toEqual([
      { position: 9, header: 'Phone Channel', count: 1, example: { from: 'y', to: 'n' } },
    ]);
    expect(overwrittenBy(change, (position) => position === 9)).toEqual([]);
  });
});

describe('the rows that are left out', () => {
  const step = (texts: readonly string[]) => ({
    label: 'x',
    change: {
      cells: [],
      removed: [],
      inserted: [],
      excluded: texts.map((text, row) => ({ row, header: 'Status', text, cells: [] })),
    },
  });
  const textsOf = (history: Parameters<typeof excludedRows>[0]): string[] =>
    excludedRows(history).map(({ text }) => text);

  it('are those of the steps that are done, and of steps that are forgotten', () => {
    let history = record(emptyHistory, step(['LOA']));
    const undone = undo(history)?.history ?? emptyHistory;
    expect(textsOf(undone)).toEqual([]);
    expect(textsOf(redo(undone)?.history ?? emptyHistory)).toEqual(['LOA']);
    for (let count = 0; count < MAX_STEPS; count += 1) history = record(history, step([]));
    expect(history.done).toHaveLength(MAX_STEPS);
    expect(textsOf(history)).toEqual(['LOA']);
    expect(textsOf(undo(history)?.history ?? emptyHistory)).toEqual(['LOA']);
  });
});
