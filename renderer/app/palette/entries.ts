import { type CommandName, COMMANDS } from '../../../shared/commands.ts';
import { arrangeColumns } from '../../../shared/roster/grid-layout.ts';
import { keyHint } from '../commands/key-hint.ts';
import { isOffered } from '../commands/is-available.ts';
import { runCommand } from '../commands/run-command.ts';
import { whyNot } from '../commands/why-not.ts';
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

// The table's keys are exactly the names of its commands.
const NAMES = Object.keys(COMMANDS) as CommandName[];

/** What the palette lists for what was typed: the best first, what cannot be done last; recent commands before others. */
export function findEntries(state: SessionState, typed: string, app: Session['app']): Found[] {
  const commands = commandEntries(state, app);
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

function commandEntries(state: SessionState, app: Session['app']): Entry[] {
  const recent = state.recentCommands;
  return [...recent, ...NAMES.filter((name) => !recent.includes(name))]
    .filter((name) => name !== 'view.palette' && isOffered(state, name))
    .map((name) => {
      const { title, menu } = COMMANDS[name];
      return {
        id: name,
        title,
        menu,
        key: keyHint(name, app) ?? '',
        why: whyNot(state, name),
        run: (session) => {
          const { recentCommands } = session.store.getState();
          session.store.setState({
            recentCommands: [name, ...recentCommands.filter((one) => one !== name)].slice(0, 8),
          });
          runCommand(session, name);
        },
      };
    });
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
