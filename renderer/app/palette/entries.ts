import { arrangeColumns } from '../../../shared/roster/grid-layout.ts';
import { keyHint } from '../commands/keys.ts';
import { menusOf, run, whyNot } from '../commands/command.ts';
import { displayedIn } from '../session/displayed-rows.ts';
import { reveal } from '../session/reveal.ts';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';
import { match } from './match.ts';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Where the menu bar has it, and its first key as the platform writes it. */
  readonly menu: string;
  readonly key: string;
  /** Why it cannot be chosen now; null where it can. */
  readonly why: string | null;
  readonly run: (session: Session) => void;
}

/** An entry that was found, with the characters of its title that were typed. */
export interface Found {
  readonly entry: Entry;
  readonly hits: readonly number[];
}

/** What the palette lists for what was typed: the best first, what cannot be done last; recent commands before others. */
export function findEntries(session: Session, typed: string, state = session.store.getState()): Found[] {
  const commands = commandEntries(session, state);
  if (typed.trim() === '') return possibleFirst(commands).map((entry) => ({ entry, hits: [] }));
  const line = lineEntry(state, typed);
  const found = [...commands, ...columnEntries(state)]
    .flatMap((entry) => {
      const found = match(typed, entry.title) ?? byMenu(typed, entry);
      return found === null ? [] : [{ entry, ...found }];
    })
    // What cannot be done now comes after what matches as well.
    .sort((a, b) => b.score - a.score || Number(a.entry.why !== null) - Number(b.entry.why !== null));
  const shown = found.map(({ entry, hits }) => ({ entry, hits }));
  return line === null ? shown : [{ entry: line, hits: [] }, ...shown];
}

function possibleFirst<Kind extends Entry>(entries: readonly Kind[]): Kind[] {
  return [...entries.filter(({ why }) => why === null), ...entries.filter(({ why }) => why !== null)];
}

/** Who types “rows” or “view delete” means the menu too; such a find counts little and marks nothing. */
function byMenu(typed: string, { title, menu }: Entry): { score: number; hits: readonly number[] } | null {
  const found = match(typed, `${menu} ${title}`);
  return found && { score: found.score / 10, hits: [] };
}

function commandEntries(session: Session, state: SessionState): Entry[] {
  const recent = state.recentCommands;
  const all = menusOf(session, state)
    .flatMap(([, groups]) => groups.flatMap(({ commands }) => commands))
    .filter(({ id }) => id !== 'view.palette');
  const ranOf = (id: string): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  return all
    .toSorted((one, other) => ranOf(one.id) - ranOf(other.id))
    .map((command) => ({
      id: command.id,
      title: command.title,
      menu: command.menu,
      key: keyHint(command, session.app) ?? '',
      why: whyNot(command, state),
      run: ({ store }) => {
        const before = store.getState().recentCommands.filter((one) => one !== command.id);
        store.setState({ recentCommands: [command.id, ...before].slice(0, 8) });
        run(session, command);
      },
    }));
}

function columnEntries({ document, layout, selection }: SessionState): Entry[] {
  if (document === null) return [];
  const row = selection?.anchor.row ?? displayedIn(document)[0]?.id;
  return arrangeColumns(document.roster.columns, layout).map(({ name, header, position, hidden }) => ({
    id: `column ${name}`,
    title: `Go to column ${header === '' ? 'without a header' : header}`,
    menu: hidden ? 'hidden' : '',
    key: '',
    why: row === undefined ? 'Nobody is in this roster yet' : null,
    run: (session) => {
      if (row !== undefined) reveal(session, { row, position });
    },
  }));
}

const LINE = /^(?:(?:go\s*to\s*)?(?:line|row)?|:)\s*(\d{1,9})$/i;

/** “123”, “line 123” or “go to line 123”. */
function lineEntry({ document, selection }: SessionState, typed: string): Entry | null {
  const line = Number(LINE.exec(typed.trim())?.[1] ?? NaN);
  if (document === null || Number.isNaN(line)) return null;
  const { rows } = document.roster;
  const row = rows[line - 2];
  const last = (rows.length + 1).toLocaleString('en-US');
  return {
    id: 'line',
    title: `Go to line ${line.toLocaleString('en-US')}`,
    menu: '',
    key: '',
    why: row !== undefined ? null : line < 2 ? 'Line 1 is the header' : `The last line is ${last}`,
    run: (session) => {
      if (row) reveal(session, { row: row.id, position: selection?.anchor.position ?? 0 });
    },
  };
}
