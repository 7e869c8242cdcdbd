import { describe, expect, it } from 'vitest';
import {
  assignSource,
  standingMapping,
  withConstant,
} from '../../../../shared/import/mapping/assign-source.ts';
import * as remember from '../../../../shared/import/mapping/remember-mapping.ts';
import { columnsInDoubt } from '../../../../shared/import/mapping/remember-mapping.ts';
import { listSources } from '../../../../shared/import/mapping/sources.ts';
import { type ColumnMapping, EXCLUDED } from '../../../../shared/import/mapping/mapping.ts';
import { organizationProfile, EMPTY_PROFILE } from '../../../../shared/organization/profile.ts';
import { map, openSources } from './open-sources.ts';

const { recall, recalledMapping, shapeOf, toRemember, withRemembered, withoutRemembered } = remember;

const open = () =>
  openSources(
    ['Email', 'Name', 'Status', 'Note'],
    ['a@x.yz', 'Ana Ruiz', 'FT', 'nice'],
    ['b@x.yz', 'Bo', '', ''],
  );
const usedAt = '2026-11-03T09:00:00Z';

const TODAY = '2026-06-01';

describe('a mapping that was used', () => {
  it('asks of today who has left, whenever it was used', () => {
    const { sources, columns } = openSources(['Email', 'Last day', 'Status'], ['a@x.yz', '31/05/2026', '']);
    const from = { kind: 'left', column: 1, by: 2, day: '2026-01-01' } as const;
    const mapping: ColumnMapping = [...standingMapping(sources), { key: EXCLUDED, from, values: [] }];
    const remembered = { shape: shapeOf(columns), usedAt, mapping: toRemember(mapping, sources, []) };
    expect(recalledMapping(remembered, sources, TODAY).at(-1)?.from).toEqual({ ...from, day: TODAY });
  });

  it('is found again for a file with the same headers, however they are written', () => {
    const { sources, columns } = open();
    const mapping = assignSource(standingMapping(sources), sources, 1, { kind: 'name' });
    const remembered = { shape: shapeOf(columns), usedAt, mapping: toRemember(mapping, sources, []) };
    const mappings = withRemembered([], remembered);
    expect(organizationProfile.safeParse({ ...EMPTY_PROFILE, mappings }).success).toBe(true);
    const again = openSources(
      [' EMAIL', '*name', 'Status (FT/PT)', 'note'],
      ['c@x.yz', 'Cy Twombly', 'PT', ''],
    );
    const found = recall(mappings, shapeOf(again.columns));
    expect(found && recalledMapping(found, again.sources, TODAY)).toEqual(mapping);
    expect(columnsInDoubt(again.roster, again.sources, again.notices, found, TODAY)).toBe(true);
    expect(recall(mappings, shapeOf(openSources(['Email', 'Name'], ['a', 'b']).columns))).toBeNull();
    expect(withoutRemembered(mappings, remembered.shape)).toEqual([]);
  });

  it('asks nothing more where all stays as it is', () => {
    const { roster, sources, columns, notices } = open();
    expect(columnsInDoubt(roster, sources, notices, null, TODAY)).toBe(true);
    const mapping = toRemember(standingMapping(sources), sources, []);
    expect(
      columnsInDoubt(roster, sources, notices, { shape: shapeOf(columns), usedAt, mapping }, TODAY),
    ).toBe(false);
  });

  it('comes first and takes the place of one of the same shape', () => {
    const of = (header: string, at = usedAt) => ({ shape: [header], usedAt: at, mapping: [] });
    const later = of('a', '2026-11-04T09:00:00Z');
    expect(withRemembered([of('b'), of('a')], later)).toEqual([later, of('b')]);
  });

  it('holds no text about one person', () => {
    const { sources } = open();
    let mapping: ColumnMapping = standingMapping(sources);
    for (const key of ['temporaryPassword', 'teamLeader', 'lastName', 'homeTown'] as const)
      mapping = withConstant(mapping, key, 'secret');
    mapping = withConstant(mapping, 'phoneChannel', 'y').map((entry) =>
      entry.key === 'email' ? { ...entry, values: [{ from: 'a@x.yz', to: 'secret' }] } : entry,
    );
    const kept = toRemember(mapping, sources, []);
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect(kept.map(({ key }) => key)).toEqual(['email', 'phoneChannel']);
  });

  it('keeps what an earlier round made when another column is mapped later', () => {
    const { roster, sources, columns } = open();
    const first = assignSource(standingMapping(sources), sources, 1, { kind: 'name' });
    map(roster, sources, first);
    const now = listSources(roster, columns);
    const at = now.findIndex(({ header }) => header === 'Status');
    const second = assignSource(standingMapping(now), now, at, { kind: 'column', key: 'employmentStatus' });
    const kept = toRemember(second, now, toRemember(first, sources, []));
    expect(kept).toHaveLength(4);
    expect(kept).toEqual(
      expect.arrayContaining([...first, expect.objectContaining({ key: 'employmentStatus' })]),
    );
  });

  it('offers nothing of what is mapped so already, and leaves what the file does not have', () => {
    const { roster, sources, columns, notices } = open();
    const first = assignSource(standingMapping(sources), sources, 1, { kind: 'name' });
    const remembered = { shape: shapeOf(columns), usedAt, mapping: toRemember(first, sources, []) };
    map(roster, sources, withConstant(first, 'homeTown', 'Cork'));
    const now = listSources(roster, columns);
    expect(columnsInDoubt(roster, now, notices, remembered, TODAY)).toBe(false);
  });
});
