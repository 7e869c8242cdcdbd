import { MENUS } from '../../../shared/contract/app-calls.ts';
import type { Document, Selection } from '../session/document.ts';
import {
  type Command,
  type CommandId,
  type ContextPlace,
  type RegisteredCommand,
  type Session,
  type Words,
} from '../session/session.ts';
import { isBusy, type SessionState } from '../session/state.ts';

type Given = Omit<Command, 'needsRoster' | 'whyNot'> & Partial<Pick<Command, 'whyNot'>>;

/** A command that needs no open roster. */
export function command(given: Given): Command {
  return { whyNot: NOTHING, ...given, needsRoster: false };
}

interface GivenOnRoster extends Omit<Given, 'when' | 'run'> {
  readonly when?: (document: Document, state: SessionState) => boolean;
  readonly run: (session: Session, document: Document) => void;
}

/** A command on the open roster; without one it does nothing and says so. */
export function rosterCommand({ when, whyNot = NOTHING, run, ...given }: GivenOnRoster): Command {
  return {
    ...given,
    needsRoster: true,
    when: (state) => state.document !== null && (when?.(state.document, state) ?? true),
    whyNot: (state) => (state.document === null ? NO_ROSTER : wordsOf(whyNot, state)),
    run: (session) => {
      const { document } = session.store.getState();
      if (document !== null) run(session, document);
    },
  };
}

/** Why a command on the open roster has nothing to work on where there is none. */
export const NO_ROSTER = 'No roster is open';
const NOTHING = 'There is nothing it applies to';

/** Whether cells, rows or columns are selected, for `when`. */
export function hasSelection(_: Document, { selection }: Pick<SessionState, 'selection'>): boolean {
  return selection !== null;
}

/** Whether rows are meant by what is selected: whole columns reach every row, which nobody means to move or delete. */
export function hasRows(_: Document, { selection }: Pick<SessionState, 'selection'>): boolean {
  return selection !== null && selection.kind !== 'columns';
}

/** Whether whole rows are selected. */
export function hasWholeRows({ selection }: { readonly selection: Selection | null }): boolean {
  return selection?.kind === 'rows';
}

/** What words say now. */
export function wordsOf(words: Words, state: SessionState): string {
  return typeof words === 'string' ? words : words(state);
}

/** A command by its id; a missing one is a bug. */
export function commandOf({ commands }: Session, id: CommandId): RegisteredCommand {
  const found = commands.get(id);
  if (found === undefined) throw new Error(`No feature has registered ${id}`);
  return found;
}

/** Whether a command exists here at all. */
export function exists({ exists = () => true }: Command, state: Pick<SessionState, 'appUpdate'>): boolean {
  return exists(state);
}

/** Whether a command has something to work on; what has nothing is shown as unavailable. */
export function isApplicable(asked: Command, state: SessionState): boolean {
  return exists(asked, state) && (asked.when?.(state) ?? true);
}

/** Whether a command would do anything now; not while something is asked over the grid or long work runs. */
export function isAvailable(asked: Command, state: SessionState): boolean {
  return !isBusy(state) && isApplicable(asked, state);
}

/** Why a command has nothing to work on, in a few words; null where it has. */
export function whyNot(asked: Command, state: SessionState): string | null {
  return isApplicable(asked, state) ? null : wordsOf(asked.whyNot, state);
}

/** Carries out a command, by the id under which it is registered. */
export function runCommand(session: Session, id: CommandId): void {
  run(session, commandOf(session, id));
}

/** Carries out a command. It works on what is in sight: a cell that is being typed in gives its text to the roster first. */
export function run(session: Session, asked: Command): void {
  const { activeElement } = window.document;
  if (activeElement instanceof HTMLElement && activeElement.matches('.rc-editor')) activeElement.blur();
  asked.run(session);
}

/** Commands of a menu beneath a heading; null where there is none. */
export interface MenuGroup {
  readonly heading: string | null;
  readonly commands: readonly RegisteredCommand[];
}

/** All commands that exist here, by the menus that list them and in their order there. */
export function menusOf(
  session: Session,
  state: Pick<SessionState, 'appUpdate'> = session.store.getState(),
): (readonly [Command['menu'], readonly MenuGroup[]])[] {
  const all = registered(session).filter((one) => exists(one, state));
  return MENUS.map((menu) => [menu, groupsOf(all.filter((one) => one.menu === menu))] as const).filter(
    ([, groups]) => groups.length > 0,
  );
}

function groupsOf(commands: readonly RegisteredCommand[]): MenuGroup[] {
  const headings = new Set(commands.map(({ group }) => group ?? null));
  return Array.from(headings, (heading) => ({
    heading,
    commands: inOrder(commands.filter(({ group }) => (group ?? null) === heading)),
  }));
}

/** Commands as they stand among each other. */
export function inOrder<One extends { readonly order?: number | undefined }>(
  commands: readonly One[],
): One[] {
  return commands.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
}

/** Every command, in the order in which they were registered. */
export function registered({ commands }: Session): RegisteredCommand[] {
  return [...commands.values()];
}

/** The commands for what is selected in the grid, in their groups. */
export function contextSections(session: Session, about: ContextPlace['of'][number]): RegisteredCommand[][] {
  const placed = registered(session).flatMap((command) =>
    command.context?.of.includes(about) === true
      ? [{ command, section: command.context.section, order: command.context.order }]
      : [],
  );
  const sections = [...new Set(placed.map(({ section }) => section))].toSorted((a, b) => a - b);
  return sections.map((number) =>
    inOrder(placed.filter(({ section }) => section === number)).map(({ command }) => command),
  );
}
