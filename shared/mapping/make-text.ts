import { columnOf } from '../columns/catalogue.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { formatGroups, groupNames } from '../rules/cell-rules/groups.ts';
import type { Source } from './list-sources.ts';
import type { MappedColumn, MappedFrom } from './mapping.ts';
import { splitName } from './split-name.ts';

/** What a row’s text in a column of the roster is made of. */
export type TextOf = (row: Row) => string;

/** What a column of a mapping has for each row, from the texts of the sources as they stand. */
export function textMaker(entry: MappedColumn, sources: readonly Source[]): TextOf {
  const made = madeFrom(entry.from, sources);
  if (entry.values.length === 0) return made;
  const values = new Map(entry.values.map(({ from, to }) => [comparable(from), to]));
  const becomes = (text: string): string => values.get(comparable(text)) ?? text;
  if (columnOf(entry.key).field !== 'groups') return (row) => becomes(made(row));
  return (row) => {
    const text = made(row);
    const names = namesIn(text);
    const renamed = names.map(becomes);
    return renamed.every((name, index) => name === names[index]) ? text : joinedGroups(renamed);
  };
}

/** Cells of groups that were taken apart: in a roster of 100,000 people there are a few dozen different ones. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 1000;

/** The names of groups in a cell, whatever parts them: braces and commas, semicolons, bars or line breaks. */
export function namesIn(text: string): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const parts = groupNames(text) ?? withoutBrackets(text.trim()).split(/[{},;|\n]/);
  const names = parts.map((name) => comparable(name)).filter((name) => name !== '');
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, names);
  return names;
}

function withoutBrackets(text: string): string {
  return /^(?:\[.*\]|\(.*\))$/s.test(text) ? text.slice(1, -1) : text;
}

function madeFrom(from: MappedFrom, sources: readonly Source[]): TextOf {
  switch (from.kind) {
    case 'constant':
      return () => from.text;
    case 'column': {
      const position = positionOf(from.column, sources);
      return (row) => cellAt(row, position);
    }
    case 'namePart': {
      const position = positionOf(from.column, sources);
      return (row) => splitName(cellAt(row, position))[from.part];
    }
    case 'joined': {
      const positions = from.columns.map((column) => positionOf(column, sources));
      const join = from.as === 'groups' ? joinGroups : joinWords;
      return (row) => join(positions.map((position) => cellAt(row, position)));
    }
  }
}

/** A place that no source has is empty in every row. */
function positionOf(column: number, sources: readonly Source[]): number {
  return sources[column]?.position ?? Infinity;
}

function joinWords(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

function joinGroups(texts: readonly string[]): string {
  return joinedGroups(texts.flatMap(namesIn));
}

function joinedGroups(names: readonly string[]): string {
  const once = [...new Set(names)].filter((name) => name !== '');
  return once.length === 0 ? '' : formatGroups(once);
}
