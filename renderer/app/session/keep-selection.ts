import type { RowId } from '../../../shared/roster/roster.ts';
import { displayedIn } from './displayed-rows.ts';
import { selectedRows } from './selected-rows.ts';
import type { Document, Selection } from './document.ts';

/** The rows and the positions of columns that a selection reaches, in their order as shown. */
interface Reach {
  /** None where whole columns are selected, which reach every row. */
  readonly rows: readonly RowId[];
  /** That of the active cell alone where whole rows are selected. */
  readonly positions: readonly number[];
}

/** What a selection reaches now, for `keepSelection` to keep to; `shown` are the positions of the shown columns. */
export function reachOf(selection: Selection, document: Document, shown: readonly number[]): Reach {
  const { kind, anchor, head } = selection;
  // Of one row nothing can come apart, and looking at all rows is dear.
  const rows = anchor.row === head.row ? [anchor.row] : selectedRows(document, selection);
  return {
    rows: kind === 'columns' ? [] : rows,
    positions: kind === 'rows' ? [anchor.position] : between(shown, selection),
  };
}

/**
 * What a selection becomes when rows or columns came elsewhere or are hidden: what it reached before, while that stands
 * together, else the active cell alone, so that nothing is ever selected that nobody selected. Where none of its rows
 * is left, it stays for the grid, which knows what took their place.
 */
export function keepSelection(
  selection: Selection,
  before: Reach,
  document: Document,
  shown: readonly number[],
): Selection {
  const { kind, anchor, head } = selection;
  const columnOf = new Map(shown.map((position, column) => [position, column]));
  const rows =
    keepSpan(before.rows, anchor.row, (row) => shownIndex(document, row)) ?? standIn(selection, document);
  const columns =
    keepSpan(before.positions, anchor.position, (position) => columnOf.get(position)) ??
    spanOf(shown[0] ?? anchor.position);
  const isTogether = rows.isTogether && columns.isTogether;
  const from = { row: rows.active, position: columns.active };
  const to = isTogether ? { row: rows.end, position: columns.end } : from;
  const isSame = [from.row === anchor.row, from.position === anchor.position, to.row === head.row].every(
    Boolean,
  );
  if (isSame && (to.position === head.position || kind === 'rows')) return selection;
  return { kind: isTogether ? kind : 'cells', anchor: from, head: to };
}

/** Rows or columns from the one of the active cell to the end of the selection. */
interface Span<Name> {
  readonly active: Name;
  readonly end: Name;
  /** Whether nothing else stands between them. */
  readonly isTogether: boolean;
}

function spanOf<Name>(name: Name): Span<Name> {
  return { active: name, end: name, isTogether: true };
}

function keepSpan<Name>(
  reached: readonly Name[],
  active: Name,
  placeOf: (name: Name) => number | undefined,
): Span<Name> | null {
  let [first, last]: { readonly name: Name; readonly place: number }[] = [];
  let count = 0;
  for (const name of reached) {
    const place = placeOf(name);
    if (place === undefined) continue;
    count += 1;
    if (first === undefined || place < first.place) first = { name, place };
    if (last === undefined || place > last.place) last = { name, place };
  }
  if (first === undefined || last === undefined) return null;
  if (last.place - first.place + 1 > count)
    return { ...spanOf(placeOf(active) === undefined ? first.name : active), isTogether: false };
  // The active cell stays at the end at which it was.
  const isBackward = reached.length > 1 && reached.at(-1) === active;
  const [from, to] = isBackward ? [last, first] : [first, last];
  return { active: from.name, end: to.name, isTogether: true };
}

/** Whole columns reach every row, so any that is shown will do. */
function standIn({ kind, anchor, head }: Selection, document: Document): Span<RowId> {
  const isShown = [anchor, head].every(({ row }) => shownIndex(document, row) !== undefined);
  const any = displayedIn(document)[0]?.id;
  if (kind === 'columns' && !isShown && any !== undefined) return spanOf(any);
  return { active: anchor.row, end: head.row, isTogether: true };
}

function between(positions: readonly number[], { anchor, head }: Selection): readonly number[] {
  const [one, other] = [positions.indexOf(anchor.position), positions.indexOf(head.position)];
  return one < 0 || other < 0 ? [] : positions.slice(Math.min(one, other), Math.max(one, other) + 1);
}

function shownIndex({ roster, shown }: Document, row: RowId): number | undefined {
  return shown === null ? roster.byId.get(row)?.index : shown.indexOf.get(row);
}
