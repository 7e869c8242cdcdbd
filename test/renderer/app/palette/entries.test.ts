import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findEntries, type Found } from '../../../../renderer/app/palette/entries.ts';
import { match } from '../../../../renderer/app/palette/match.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

describe('match', () => {
  const hits = (typed: string, text: string): string | null => {
    const found = match(typed, text);
    return found?.hits.map((at) => text[at]).join('') ?? null;
  };
  const worth = (typed: string, text: string): number => match(typed, text)?.score ?? -1;

  it('marks the typed letters at the start of words, within one, or in their order', () => {
    expect(match('row', 'Delete rows')?.hits).toEqual([7, 8, 9]);
    expect(match('del', 'Delete rows')?.hits).toEqual([0, 1, 2]);
    expect(match('ows', 'Delete rows')?.hits).toEqual([8, 9, 10]);
    expect(match('dlt', 'Delete rows')?.hits).toEqual([0, 2, 4]);
    expect(hits('ROWS delete', 'Delete rows')).toBe('rowsDelete');
  });

  it('finds nothing where one word is not there, or its letters are too far apart', () => {
    expect(match('delete columns', 'Delete rows')).toBeNull();
    expect(match('ds', 'Delete rows')).toBeNull();
    expect(match('dw', 'd  w')).not.toBeNull();
    expect(match('dw', 'd   w')).toBeNull();
    expect(match('wd', 'Dow')).toBeNull();
  });

  it('is worth more at the start of a word than within, more within than scattered, more in a short text', () => {
    expect(worth('row', 'Add row')).toBeGreaterThan(worth('row', 'Narrower'));
    expect(worth('row', 'Narrower')).toBeGreaterThan(worth('nwr', 'Narrower'));
    expect(worth('row', 'Rows')).toBeGreaterThan(worth('row', 'Rows of all'));
    expect(worth('ab', 'ab')).toBeGreaterThan(worth('ab', 'axb'));
  });
});

describe('findEntries', () => {
  let session: Session;
  beforeEach(() => {
    session = testSession().session;
    // A command looks for an open editor; there is no page here.
    vi.stubGlobal('window', { document: { activeElement: null } });
    vi.stubGlobal('HTMLElement', EventTarget);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const open = () => openRows(session, ['Email\tFirst Name\tDesk', 'a@x.yz\tAna\tD1', 'b@x.yz\tBen\tD2']);
  const find = (typed: string): Found[] => findEntries(session, typed);
  const titles = (typed: string): string[] => find(typed).map(({ entry }) => entry.title);

  it('lists every command, what can be done now first, the palette itself not', () => {
    const found = find('');
    const whys = found.map(({ entry }) => entry.why !== null);
    expect(whys).toEqual(whys.toSorted((a, b) => Number(a) - Number(b)));
    expect(whys).toContain(true);
    expect(found.map(({ entry }) => entry.id)).not.toContain('view.palette');
    expect(found.every(({ hits }) => hits.length === 0)).toBe(true);
  });

  it('puts what was run last first, and remembers eight', async () => {
    await open();
    const run = (typed: string): void => {
      find(typed)[0]?.entry.run(session);
    };
    for (const title of ['Next problem', 'Previous problem']) run(title);
    expect(titles('').slice(0, 2)).toEqual(['Previous problem', 'Next problem']);
    run('Next problem');
    expect(session.store.getState().recentCommands).toEqual(['problems.next', 'problems.previous']);
    session.store.setState({
      recentCommands: [
        'file.new',
        'file.open',
        'edit.undo',
        'edit.redo',
        'edit.cut',
        'edit.copy',
        'edit.paste',
        'edit.clear',
      ],
    });
    run('Next problem');
    const recent = session.store.getState().recentCommands;
    expect([recent.length, recent[0], recent.at(-1)]).toEqual([8, 'problems.next', 'edit.paste']);
  });

  it('finds by title with its letters marked, and by menu less and unmarked', () => {
    expect(find('next problem')[0]).toMatchObject({
      entry: { id: 'problems.next' },
      hits: [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11],
    });
    const byMenu = find('rows leaders').find(({ entry }) => entry.id === 'rows.leadersFirst');
    expect(byMenu?.hits).toEqual([]);
    expect(titles('there is no such thing')).toEqual([]);
  });

  it('goes to a line, and says where there is none', async () => {
    expect(find('3').some(({ entry }) => entry.id === 'line')).toBe(false);
    await open();
    for (const typed of ['3', 'line 3', 'row 3', 'go to line 3', ':3', 'Goto Line 3']) {
      expect(find(typed)[0]?.entry, typed).toMatchObject({ id: 'line', title: 'Go to line 3', why: null });
    }
    expect(find('2')[0]?.entry.why).toBeNull();
    expect(find('1')[0]?.entry.why).toBe('Line 1 is the header');
    expect(find('4')[0]?.entry.why).toBe('The last line is 3');
    find('3')[0]?.entry.run(session);
    expect(session.store.getState().reveal?.place.row).toBe(documentOf(session).roster.rows[1]?.id);
  });

  it('goes to a column in the row that is selected, or in the first', async () => {
    await open();
    const desk = find('desk')[0]?.entry;
    expect(desk).toMatchObject({ title: 'Go to column Desk', why: null, menu: '' });
    session.store.setState({ selection: null });
    find('desk')[0]?.entry.run(session);
    const { rows, columns } = documentOf(session).roster;
    const position = columns.carried[0]?.position ?? -1;
    expect(session.store.getState().reveal?.place).toEqual({ row: rows[0]?.id, position });
    const place = { row: rows[1]?.id ?? -1, position: 0 };
    session.store.setState({ selection: { kind: 'cells', anchor: place, head: place } });
    find('desk')[0]?.entry.run(session);
    expect(session.store.getState().reveal?.place).toEqual({ row: rows[1]?.id, position });
  });
});
