import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { beginCut, copyCells } from '../../../../renderer/grid/clipboard/copy-cells.ts';
import { pasteContent } from '../../../../renderer/grid/clipboard/paste-content.ts';
import { writeCell } from '../../../../renderer/grid/editing/edit-cells.ts';
import type { GridView } from '../../../../renderer/grid/view/grid-view.ts';
import { filterRows } from '../../../../renderer/app/session/filter-rows.ts';
import { undoStep } from '../../../../renderer/app/session/edit-roster.ts';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import { NO_FILTER, withColumn } from '../../../../shared/find/row-filter.ts';
import { textsOf } from '../../../shared/roster/make-roster.ts';
import { headlessGrid } from '../../headless-grid.ts';
import { documentOf, openRows, testSession } from '../../test-session.ts';

/** A grid of people with a first name and a home town each. */
async function openTowns(...towns: string[]): Promise<GridView> {
  const { session } = testSession();
  const lines = towns.map((town, index) => `Person ${index + 1}\t${town}`);
  await openRows(session, ['First Name\tHome Town', ...lines, '']);
  const { view, destroy } = headlessGrid(session);
  onTestFinished(destroy);
  return view;
}

/** Selects from a cell of a person, by the number of the row from 1, to another. */
function select(view: GridView, row: number, key: ColumnKey, toRow = row, toKey = key): void {
  const anchor = { row, position: AT[key] };
  view.session.store.setState({
    selection: { kind: 'cells', anchor, head: { row: toRow, position: AT[toKey] } },
  });
}

function paste(view: GridView, text: string): void {
  pasteContent(view, { text, html: '' });
}

function cut(view: GridView): string {
  const copied = copyCells(view);
  if (copied === null) throw new Error('Nothing was selected');
  beginCut(view, copied.region, copied.text);
  return copied.text;
}

function texts(view: GridView, key: ColumnKey): string[] {
  return textsOf(documentOf(view.session).roster, key);
}

function said(view: GridView): string | undefined {
  return view.session.store.getState().done?.sentence;
}

describe('pasteContent', () => {
  it('goes into the rows that a filter shows and past the last of them, never into hidden ones', async () => {
    const view = await openTowns('Cork', 'Galway', 'Cork', 'Dublin');
    filterRows(view.session, withColumn(NO_FILTER, AT.homeTown, { contains: 'cork', values: null }));
    select(view, 1, 'homeTown');
    paste(view, 'one\r\ntwo\r\nthree\r\n');
    expect(texts(view, 'homeTown')).toEqual(['one', 'Galway', 'two', 'Dublin', 'three']);
    expect(said(view)).toBe('One person added.');
    undoStep(view.session);
    expect(texts(view, 'homeTown')).toEqual(['Cork', 'Galway', 'Cork', 'Dublin']);
  });

  it('goes in once where it is larger than the selection', async () => {
    const view = await openTowns('Cork', 'Galway', 'Limerick');
    select(view, 1, 'firstName', 2);
    paste(view, 'Ana\tRuiz\r\nBo\tLi\r\nCy\tTwo\r\n');
    expect(texts(view, 'firstName')).toEqual(['Ana', 'Bo', 'Cy']);
    expect(texts(view, 'lastName')).toEqual(['Ruiz', 'Li', 'Two']);
    expect(texts(view, 'homeTown')).toEqual(['Cork', 'Galway', 'Limerick']);
  });

  it('keeps every cell of a long text whose first line is the shortest', async () => {
    const view = await openTowns('Cork');
    select(view, 1, 'firstName');
    const long = 'x'.repeat(3000);
    paste(view, ['Title', ...Array.from({ length: 1500 }, (_, row) => `${row}\tLi\t${long}`), ''].join('\n'));
    await vi.waitFor(() => {
      expect(texts(view, 'firstName')).toHaveLength(1501);
    });
    expect(texts(view, 'firstName').slice(0, 3)).toEqual(['Title', '0', '1']);
    expect(texts(view, 'lastName').slice(0, 3)).toEqual(['', 'Li', 'Li']);
    expect(texts(view, 'homeTown')[1500]).toBe(long);
  });

  it('adds nobody for a row of which only what does not fit has text', async () => {
    const view = await openTowns('Cork');
    select(view, 1, 'temporaryPassword');
    paste(view, 'secret\tleft\r\n\tout\r\n');
    expect(texts(view, 'temporaryPassword')).toEqual(['secret']);
    expect(said(view)).toBe('One column past the last one did not fit and stayed on the clipboard.');
  });
});

describe('a cut', () => {
  it('leaves in its place what does not fit where it goes', async () => {
    const view = await openTowns('Cork', 'Galway');
    select(view, 1, 'firstName', 1, 'homeTown');
    const text = cut(view);
    select(view, 2, 'temporaryPassword');
    paste(view, text);
    expect(texts(view, 'temporaryPassword')).toEqual(['', 'Person 1']);
    expect(texts(view, 'firstName')).toEqual(['', 'Person 2']);
    expect(texts(view, 'homeTown')).toEqual(['Cork', 'Galway']);
  });

  it('is a copy, and no longer marked, once anything else is changed', async () => {
    const view = await openTowns('Cork', 'Galway');
    select(view, 1, 'homeTown');
    const text = cut(view);
    expect(view.cut).not.toBeNull();
    writeCell(view.session, { row: 2, position: AT.lastName }, 'Li');
    expect(view.cut).toBeNull();
    select(view, 2, 'homeTown');
    paste(view, text);
    expect(texts(view, 'homeTown')).toEqual(['Cork', 'Cork']);
  });
});

describe('copyCells', () => {
  it('gives temporary passwords as they are, and says so', async () => {
    const view = await openTowns('Cork');
    writeCell(view.session, { row: 1, position: AT.temporaryPassword }, 'correct horse');
    select(view, 1, 'homeTown', 1, 'temporaryPassword');
    const copied = copyCells(view);
    expect(copied?.text).toMatch(/^Cork\t.*\tcorrect horse\r\n$/);
    expect(copied?.html).toContain('correct horse');
    expect(said(view)).toBe('Copied, with the temporary passwords as they are.');
    paste(view, 'battery staple');
    expect(
      documentOf(view.session)
        .history.done.map(({ label }) => label)
        .join(),
    ).not.toMatch(/horse|staple/);
  });

  it('leaves hidden rows out', async () => {
    const view = await openTowns('Cork', 'Galway', 'Corkbeg');
    filterRows(view.session, withColumn(NO_FILTER, AT.homeTown, { contains: 'cork', values: null }));
    select(view, 1, 'homeTown', 3);
    expect(copyCells(view)?.text).toBe('Cork\r\nCorkbeg\r\n');
  });
});
