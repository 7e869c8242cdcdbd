import { compileQuery, type Expression, matches } from '../../shared/find/compile-query.ts';
import { type FoundCells, noFoundCells, searchRows, setFound } from '../../shared/find/found-cells.ts';
import { AT } from '../../shared/person/catalogue.ts';
import { arrangeColumns } from '../../shared/roster/grid-layout.ts';
import { cellAt, type Row, type RowId } from '../../shared/roster/roster.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { Document } from '../app/session/document.ts';
import { runPaced } from '../app/session/pace.ts';
import { documentOf, type GridView } from '../grid/view/grid-view.ts';
import { goToFirstFound, setFind } from './find-commands.ts';
import type { Find } from './find-state.ts';
import { type ExpressionThread, startExpression } from './run-expression.ts';

/**
 * Searches whenever the bar looks for something else, and again where the roster changes, so that what is marked and
 * counted is always how things are. Answers a function that stops it.
 */
export function followFind(view: GridView): () => void {
  const { session } = view;
  const running = new Running(view);
  const unsubscribe = session.store.subscribe((state, before) => {
    const { find, document, layout } = state;
    if (document === null || document.roster !== before.document?.roster) return;
    // What a roster holds while it changes is not looked at.
    if (document.held !== null) return;
    const isWanted = find.isShown && find.query.text !== '';
    if (isOtherSearch(find, before.find)) running.begin(isWanted, true);
    else if (layout !== before.layout && isOtherOrder(find, view)) running.begin(isWanted, false);
    else if (find.isShown && document !== before.document) running.again(document, before.document);
    if (find.found !== before.find.found) drawFound(view);
  });
  if (session.store.getState().find.isShown) running.begin(true, true);
  return () => {
    unsubscribe();
    running.end();
  };
}

function isOtherSearch(find: Find, before: Find): boolean {
  return find.query !== before.query || find.place !== before.place || find.isShown !== before.isShown;
}

/** Whether columns were hidden, shown or moved, so that the search goes through others or in another order. */
function isOtherOrder({ isShown, order }: Find, view: GridView): boolean {
  return isShown && positionsOf(view).join() !== order.join();
}

/** Rows in sight are drawn anew; whether one is found is read then. */
function drawFound({ api }: GridView): void {
  api.refreshCells({ rowNodes: api.getRenderedNodes() });
}

/** The search in hand: what it has still to look at, and how to stop it. */
class Running {
  private search: Search | null = null;
  private controller = new AbortController();
  private found: FoundCells = noFoundCells();
  private hidden: FoundCells = noFoundCells();
  private isBusy = false;
  /** Rows to look at again; null for all of them. */
  private stale: Set<RowId> | null = new Set();

  constructor(private readonly view: GridView) {}

  /** Starts another search, or none; a search that `goes` goes to the first cell that it finds. */
  begin(isWanted: boolean, goes: boolean): void {
    this.end();
    this.controller = new AbortController();
    this.found = noFoundCells();
    this.hidden = noFoundCells();
    this.isBusy = false;
    const { session } = this.view;
    const { query } = session.store.getState().find;
    const order = isWanted ? positionsOf(this.view) : [];
    const compiled = compileQuery(query);
    if (!isWanted || !compiled.ok) {
      const progress = isWanted && !compiled.ok ? failedFor(compiled.failure) : ({ kind: 'done' } as const);
      setFind(session, { found: this.found, hidden: this.hidden, order, progress });
      return;
    }
    this.search = query.isExpression ? expressionSearch(compiled.value) : plainSearch(compiled.value);
    setFind(session, { order, progress: { kind: 'searching' } });
    void this.run(null, goes);
  }

  /** Looks again at what a change touched. */
  again(document: Document, before: Document): void {
    if (this.search === null) return;
    const isAll = document.shown !== before.shown || document.touched.structure;
    if (isAll) this.stale = null;
    else for (const row of document.touched.rows) this.stale?.add(row);
    if (!this.isBusy) void this.run(this.stale, false);
  }

  end(): void {
    this.controller.abort();
    this.search?.end();
    this.search = null;
  }

  private async run(only: ReadonlySet<RowId> | null, goes: boolean): Promise<void> {
    const { view, search } = this;
    const { signal } = this.controller;
    if (search === null) return;
    this.isBusy = true;
    this.stale = new Set();
    const { session } = view;
    const found = only === null ? noFoundCells() : this.found;
    const hidden = only === null ? noFoundCells() : this.hidden;
    const rows = this.rowsOf(only, found, hidden);
    const inSight = await search.run(found, rows, positionsOf(view), signal);
    const outcome =
      inSight === 'done' ? await search.run(hidden, rows, hiddenPositions(view), signal) : inSight;
    if (signal.aborted) return;
    this.isBusy = false;
    this.found = found;
    this.hidden = hidden;
    const progress = outcome === 'tooLong' ? failedFor(null) : ({ kind: 'done' } as const);
    // A new object, so that whoever shows it sees that it changed.
    const order = positionsOf(view);
    setFind(session, { found: { ...found }, hidden: { ...hidden }, order, progress });
    if (outcome === 'tooLong') this.end();
    else if (goes) goToFirstFound(session);
    this.catchUp();
  }

  /** Looks at what changed while the search ran. */
  private catchUp(): void {
    if (this.stale === null || this.stale.size > 0) void this.run(this.stale, false);
  }

  /** The rows to look at; what was found in those that are not shown any more is forgotten. */
  private rowsOf(only: ReadonlySet<RowId> | null, ...founds: readonly FoundCells[]): readonly Row[] {
    const document = documentOf(this.view);
    const { range } = this.view.session.store.getState().find.place;
    const isInRange = ({ id }: Row): boolean => range?.rows.has(id) ?? true;
    if (only === null)
      return range === null ? displayedIn(document) : displayedIn(document).filter(isInRange);
    const { byId } = document.roster;
    const { shown } = document;
    return Array.from(only).flatMap((id) => {
      const row = byId.get(id);
      const isLookedAt = row !== undefined && (shown?.ids.has(id) ?? true) && isInRange(row);
      if (!isLookedAt) for (const found of founds) setFound(found, id, []);
      return isLookedAt ? [row] : [];
    });
  }
}

/** The columns that are searched, in their order on the screen; temporary passwords only if that column is chosen. */
function positionsOf({ session, shownPositions }: GridView): readonly number[] {
  const { column, range } = session.store.getState().find.place;
  if (column !== null) return [column];
  const all = shownPositions.filter((position) => position !== AT.temporaryPassword);
  return range === null ? all : all.filter((position) => range.positions.includes(position));
}

/** The hidden columns that a search of all columns would go through if they were shown. */
function hiddenPositions({ session }: GridView): readonly number[] {
  const { find, layout } = session.store.getState();
  if (find.place.column !== null || find.place.range !== null) return [];
  return arrangeColumns(documentOf({ session }).roster.columns, layout)
    .filter(({ hidden, position }) => hidden && position !== AT.temporaryPassword)
    .map(({ position }) => position);
}

function failedFor(complaint: string | null): Find['progress'] {
  const why =
    complaint === null
      ? 'This expression takes too long, so it was stopped. Make it simpler, or look in one column.'
      : `Not a regular expression yet: ${complaint}.`;
  return { kind: 'failed', why };
}

/** A compiled query at work. */
interface Search {
  /** Puts down what is found in rows, in slices; `stopped` if the signal stopped it, `tooLong` if an expression was. */
  readonly run: (
    found: FoundCells,
    rows: readonly Row[],
    positions: readonly number[],
    signal: AbortSignal,
  ) => Promise<'done' | 'stopped' | 'tooLong'>;
  readonly end: () => void;
}

/** A search for plain text: the expression made of it cannot take long, so it runs on the window's thread. */
function plainSearch({ source, flags }: Expression): Search {
  const expression = new RegExp(source, flags);
  const isMatch = (text: string): boolean => matches(expression, text);
  return {
    run: async (found, rows, positions, signal) => {
      const finished = await runPaced(searchRows(found, rows, positions, isMatch), signal, () => undefined);
      return finished ? 'done' : 'stopped';
    },
    end: () => undefined,
  };
}

/** A search for a regular expression, in a thread that is ended where it takes too long. */
function expressionSearch(expression: Expression): Search {
  const thread = startExpression(expression);
  return {
    run: async (found, rows, positions, signal) => {
      for (let from = 0; from < rows.length; from += ROWS_A_BATCH) {
        const isDone = await searchBatch(thread, found, rows.slice(from, from + ROWS_A_BATCH), positions);
        if (signal.aborted) return 'stopped';
        if (!isDone) return 'tooLong';
      }
      return 'done';
    },
    end: thread.stop,
  };
}

/** Rows whose texts go to the thread at once; copying them takes a few milliseconds. */
const ROWS_A_BATCH = 500;

async function searchBatch(
  thread: ExpressionThread,
  found: FoundCells,
  rows: readonly Row[],
  positions: readonly number[],
): Promise<boolean> {
  const texts = rows.flatMap((row) => positions.map((position) => cellAt(row, position)));
  const matching = await thread.match(texts);
  if (matching === null) return false;
  rows.forEach((row, index) => {
    const first = index * positions.length;
    const here = positions.filter((_, at) => matching[first + at]);
    setFound(found, row.id, here);
  });
  return true;
}
