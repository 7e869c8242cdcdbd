import type { ProblemEntry, ProblemGroup } from './problem-groups.ts';

/** One line of the panel's list: a group's heading, or a problem below it. */
export type PanelLine =
  | { readonly kind: 'group'; readonly key: string; readonly group: ProblemGroup; readonly isOpen: boolean }
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly group: ProblemGroup;
      readonly entry: ProblemEntry;
      /** Place in the group, from 0. */
      readonly place: number;
    };

/** A list that is as long as its groups and knows any line of it without making them all. */
export interface PanelLines {
  readonly count: number;
  readonly isHeading: (index: number) => boolean;
  readonly at: (index: number) => PanelLine | null;
}

/** The panel's lines: each group's heading, and its problems where it is not closed. */
export function panelLines(groups: readonly ProblemGroup[], closed: ReadonlySet<string>): PanelLines {
  const starts: number[] = [];
  let count = 0;
  for (const group of groups) {
    starts.push(count);
    count += 1 + (closed.has(group.key) ? 0 : group.entries.length);
  }
  const at = (index: number): PanelLine | null => {
    const place = lastAtMost(starts, index);
    const group = groups[place];
    const start = starts[place];
    if (group === undefined || start === undefined || index >= count) return null;
    return index === start ? groupLine(group, closed) : entryLine(group, index - start - 1);
  };
  const isHeading = (index: number): boolean => starts[lastAtMost(starts, index)] === index;
  return { count, isHeading, at };
}

function groupLine(group: ProblemGroup, closed: ReadonlySet<string>): PanelLine {
  return { kind: 'group', key: group.key, group, isOpen: !closed.has(group.key) };
}

function entryLine(group: ProblemGroup, place: number): PanelLine | null {
  const entry = group.entries[place];
  if (entry === undefined) return null;
  const { row, problem } = entry;
  return { kind: 'entry', key: `${group.code} ${row} ${problem.column ?? ''}`, group, entry, place };
}

/** Index of the last start that is not above a line; -1 where there is none. */
function lastAtMost(starts: readonly number[], line: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
