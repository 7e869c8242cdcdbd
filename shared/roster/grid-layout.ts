import { z } from 'zod';
import { type ColumnKey, columns } from '../person/catalogue.ts';
import type { Roster, RosterColumns } from './roster.ts';

/** The narrowest and the widest that a column may be made, in CSS pixels. */
const NARROWEST = 48;
const WIDEST = 1200;
/** Starting width of a column that the catalogue does not know, in CSS pixels. */
const CARRIED_WIDTH = 140;
/** Characters of a file's own header that name its column. */
const MAX_NAME_LENGTH = 200;

const name = z.string().max(MAX_NAME_LENGTH + 20);

/**
 * How a user wants the columns of every roster: by name, which is the catalogue's key, or `file:` and the header of a
 * column that only a file has. Columns that are not named are as the catalogue has them.
 */
export const gridLayout = z.strictObject({
  /** From left to right; empty for the catalogue's order. */
  order: z.array(name).max(2000),
  hidden: z.array(name).max(2000),
  pinned: z.array(name).max(2000),
  /** In CSS pixels. */
  widths: z.record(name, z.number().int().min(NARROWEST).max(WIDEST)),
  /** Whether names and email address scroll away sideways like the other columns; else they stay in sight. */
  namesScroll: z.boolean().optional(),
});
export type GridLayout = z.infer<typeof gridLayout>;

export const DEFAULT_LAYOUT: GridLayout = { order: [], hidden: [], pinned: [], widths: {} };

/** A column of an open roster in its place. */
export interface ArrangedColumn {
  /** In `Row.cells`. */
  readonly position: number;
  readonly name: string;
  readonly header: string;
  readonly hidden: boolean;
  readonly pinned: boolean;
  /** In CSS pixels. */
  readonly width: number;
}

/** The columns of a roster from left to right, pinned ones first, hidden ones in the place where they would show. */
export function arrangeColumns(shown: RosterColumns, layout: GridLayout): ArrangedColumn[] {
  const hidden = new Set(layout.hidden);
  const pinned = new Set(layout.pinned);
  const arranged = inOrder(columnsOf(shown), layout.order).map((column) => ({
    ...column,
    hidden: hidden.has(column.name),
    pinned: pinned.has(column.name),
    width: layout.widths[column.name] ?? column.width,
  }));
  return [...arranged.filter((column) => column.pinned), ...arranged.filter((column) => !column.pinned)];
}

/** The layout with columns hidden or shown. */
export function hideColumns(layout: GridLayout, names: readonly string[], hide: boolean): GridLayout {
  return { ...layout, hidden: withNames(layout.hidden, names, hide) };
}

/** The layout with columns kept in sight at the left, or let go. */
export function pinColumns(layout: GridLayout, names: readonly string[], pin: boolean): GridLayout {
  return { ...layout, pinned: withNames(layout.pinned, names, pin) };
}

/** The layout with columns of another width, in CSS pixels; what is too narrow or too wide is brought within bounds. */
export function resizeColumns(layout: GridLayout, names: readonly string[], width: number): GridLayout {
  const within = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
  const widths = Object.fromEntries(names.map((named) => [named, within]));
  return { ...layout, widths: { ...layout.widths, ...widths } };
}

/**
 * The layout with columns brought together, in their order, before another column of the roster, or at the end for
 * null. They are pinned as the column is beside which they come to stand.
 */
export function moveColumns(
  shown: RosterColumns,
  layout: GridLayout,
  names: readonly string[],
  before: string | null,
): GridLayout {
  const arranged = arrangeColumns(shown, layout);
  const moving = arranged.filter((column) => names.includes(column.name));
  const staying = arranged.filter((column) => !names.includes(column.name));
  const at = staying.findIndex((column) => column.name === before);
  const index = at < 0 ? staying.length : at;
  const neighbour = staying[index] ?? staying.at(-1);
  const inRoster = [...staying.slice(0, index), ...moving, ...staying.slice(index)].map(
    (column) => column.name,
  );
  const order = [...inRoster, ...layout.order.filter((named) => !inRoster.includes(named))];
  return pinColumns({ ...layout, order }, names, neighbour?.pinned ?? false);
}

/** The columns that say who a row is, which stay in sight while the others scroll sideways. */
const NAMES: ReadonlySet<string> = new Set<ColumnKey>(['email', 'firstName', 'lastName']);
/** Room that is left beside them for the columns that scroll, in CSS pixels. */
const MIN_ROOM = 200;

/**
 * The columns that are held at the left edge while the unpinned ones, in their order, are scrolled sideways by `scrolled`
 * within `room`, in CSS pixels: each from where it would leave, so that nothing jumps. Where there is no room for all,
 * the email address goes first, then the names.
 */
export function heldColumns(
  shown: readonly ArrangedColumn[],
  scrolled: number,
  room: number,
): readonly ArrangedColumn[] {
  const unpinned = shown.filter(({ pinned }) => !pinned);
  const names = unpinned.filter((column) => NAMES.has(column.name));
  const fits = [names, names.filter(({ name }) => name !== 'email')].find(
    (some) => widthOf(some) + MIN_ROOM <= room,
  );
  const held: ArrangedColumn[] = [];
  let left = 0;
  for (const column of unpinned) {
    if (fits?.includes(column) === true && left - scrolled < widthOf(held)) held.push(column);
    left += column.width;
  }
  return held;
}

function widthOf(some: readonly ArrangedColumn[]): number {
  return some.reduce((sum, { width }) => sum + width, 0);
}

type NamedColumn = Pick<ArrangedColumn, 'position' | 'name' | 'header' | 'width'>;

function columnsOf({ optional, carried }: RosterColumns): NamedColumn[] {
  const known = columns.flatMap(({ key, header, standard, width }, position) =>
    standard || optional.includes(key) ? [{ position, name: key, header, width }] : [],
  );
  const seen = new Map<string, number>();
  const own = carried.map(({ position, header }) => {
    const count = (seen.get(header) ?? 0) + 1;
    seen.set(header, count);
    const named = `file:${header.slice(0, MAX_NAME_LENGTH)}${count === 1 ? '' : `#${count}`}`;
    return { position, name: named, header, width: CARRIED_WIDTH };
  });
  return [...known, ...own];
}

/** A column that the order does not name comes after the one that it follows in the catalogue. */
function inOrder(all: readonly NamedColumn[], order: readonly string[]): NamedColumn[] {
  const places = new Map(order.map((named, place) => [named, place]));
  const placeOf = (column: NamedColumn): number => places.get(column.name) ?? -1;
  const arranged = all.filter((column) => places.has(column.name)).sort((a, b) => placeOf(a) - placeOf(b));
  all.forEach((column, index) => {
    if (places.has(column.name)) return;
    const before = all[index - 1];
    arranged.splice(before === undefined ? 0 : arranged.indexOf(before) + 1, 0, column);
  });
  return arranged;
}

function withNames(list: readonly string[], names: readonly string[], there: boolean): string[] {
  const others = list.filter((named) => !names.includes(named));
  return there ? [...others, ...names] : others;
}

/** The full header of the column at a position of `Row.cells`. */
export function headerAt({ columns: { carried } }: Pick<Roster, 'columns'>, position: number): string {
  return columns[position]?.header ?? carried.find((column) => column.position === position)?.header ?? '';
}
