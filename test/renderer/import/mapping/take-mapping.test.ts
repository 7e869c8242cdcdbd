import { describe, expect, it } from 'vitest';
import {
  asksForColumns,
  findRemembered,
  standingAgain,
} from '../../../../renderer/import/mapping/recall-mapping.ts';
import { forgetMapping, isMapped, takeMapping } from '../../../../renderer/import/mapping/take-mapping.ts';
import { undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { standingMapping } from '../../../../shared/import/mapping/assign-source.ts';
import { FILE_ALONE } from '../../../../shared/import/mapping/find-named.ts';
import { listSources } from '../../../../shared/import/mapping/sources.ts';
import type { ColumnMapping } from '../../../../shared/import/mapping/mapping.ts';
import { textsOf } from '../../../shared/roster/make-roster.ts';
import { hostedSession } from '../../hosted-session.ts';
import { documentOf, eventually, openRows } from '../../test-session.ts';

const LINES = ['Role\tFirst Name\tTown\tStatus', 'Agent\tAnn\tCork\tActive', 'Agent\tBo\tGhent\tLOA'];

/** Opens a roster, and maps its columns as a test says. */
async function mapped(session: Session, change: (standing: ColumnMapping) => ColumnMapping, lines = LINES) {
  const document = await openRows(session, lines);
  const sources = listSources(document.roster, document.sourceColumns);
  takeMapping(session, document, sources, change(standingMapping(sources)), FILE_ALONE);
  await eventually(() => {
    expect(session.store.getState().done?.sentence).toMatch(/columns/i);
  });
  return document;
}

const town = (standing: ColumnMapping): ColumnMapping => [
  ...standing.filter(({ key }) => key !== 'homeTown'),
  { key: 'homeTown', from: { kind: 'column', column: 3 }, values: [] },
];
const leftOut =
  (...statuses: string[]) =>
  (standing: ColumnMapping): ColumnMapping => [
    ...standing,
    {
      key: 'excluded',
      from: { kind: 'by', column: 3, rest: '' },
      values: statuses.map((from) => ({ from, to: 'y' })),
    },
  ];

describe('the columns of a roster', () => {
  it('are mapped in one step, which can be undone', async () => {
    const { session } = await hostedSession();
    const { roster } = await mapped(session, town);
    expect(textsOf(roster, 'homeTown')).toEqual(['Active', 'LOA']);
    expect(session.store.getState().done).toMatchObject({
      sentence: 'The columns are mapped.',
      step: { label: 'Map the columns' },
    });
    expect(isMapped(documentOf(session))).toBe(true);
    undoStep(session);
    await eventually(() => {
      expect(isMapped(documentOf(session))).toBe(false);
    });
    expect(textsOf(roster, 'homeTown')).not.toEqual(['Active', 'LOA']);
  });

  it.each([
    [['LOA'], 'The columns are mapped. 1 person is left out.'],
    [['LOA', 'Active'], 'The columns are mapped. 2 people are left out.'],
  ])('say who is left out with them: %j', async (statuses, sentence) => {
    const { session } = await hostedSession();
    await mapped(session, leftOut(...statuses));
    expect(session.store.getState().done?.sentence).toBe(sentence);
  });

  it('stay as they were where nothing is made of others', async () => {
    const { session } = await hostedSession();
    await mapped(session, (standing) => standing);
    expect(session.store.getState().done).toEqual({ sentence: 'The columns stay as they were.', step: null });
    expect(isMapped(documentOf(session))).toBe(false);
  });

  it('are remembered for files with the same headers, and forgotten', async () => {
    const { session } = await hostedSession();
    const remembered = (lines: readonly string[]) =>
      openRows(session, lines).then(({ sourceColumns }) =>
        findRemembered(session.store.getState(), sourceColumns),
      );
    expect(await remembered(LINES)).toBeNull();
    const { sourceColumns } = await mapped(session, town);
    await eventually(() => {
      expect(findRemembered(session.store.getState(), sourceColumns)).not.toBeNull();
    });
    expect(await remembered([LINES[0] ?? '', 'Agent\tCy\tBray\tActive'])).toMatchObject({
      shape: ['role', 'firstname', 'town', 'status'],
    });
    expect(await remembered(['Role\tFirst Name\tTown', 'Agent\tCy\tBray'])).toBeNull();
    forgetMapping(session, sourceColumns);
    await eventually(() => {
      expect(findRemembered(session.store.getState(), sourceColumns)).toBeNull();
    });
  });

  it('are asked for where some are in doubt, and not of a draft or a roster without a file', async () => {
    const { session } = await hostedSession();
    const asks = async (...lines: string[]) => {
      const document = await openRows(session, lines);
      const state = session.store.getState();
      return [asksForColumns(state, document), asksForColumns(state, { ...document, sourceColumns: [] })];
    };
    expect(await asks('Role\tEmail\tWork Email', 'Agent\ta@x.y\tb@x.y')).toEqual([true, false]);
    expect(
      await asks('Role\tFirst Name\tLast Name\tEmail Address', 'Agent\tAnn\tLee\tann@example.com'),
    ).toEqual([false, false]);
  });

  it('that are mapped again begin as they stand, with who was left out', async () => {
    const { session } = await hostedSession();
    const { roster, sourceColumns } = await mapped(session, leftOut('LOA'));
    const sources = listSources(roster, sourceColumns);
    await eventually(() => {
      expect(findRemembered(session.store.getState(), sourceColumns)).not.toBeNull();
    });
    const again = standingAgain(session.store.getState(), sourceColumns, sources);
    expect(again.usedAt).toBeNull();
    expect(again.mapping).toEqual([
      ...standingMapping(sources),
      expect.objectContaining({ key: 'excluded', values: [{ from: 'LOA', to: 'y' }] }),
    ]);
    forgetMapping(session, sourceColumns);
    await eventually(() => {
      expect(findRemembered(session.store.getState(), sourceColumns)).toBeNull();
    });
    expect(standingAgain(session.store.getState(), sourceColumns, sources).mapping).toEqual(
      standingMapping(sources),
    );
  });
});
