import { type ComponentType, createContext, use } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { MenuCommand } from '../../../shared/contract/app-calls.ts';
import type { Reply } from '../../../shared/contract/contract.ts';
import type { Step } from '../../../shared/roster/history.ts';
import type { Host } from '../../host.ts';
import { initialState, type SessionState } from './state.ts';

/** A text, or how it is made of what is open and selected now. */
export type Words = string | ((state: SessionState) => string);

/** How a command stands in the toolbar. */
export interface ToolbarPlace {
  readonly side: 'left' | 'right';
  /** Its place on that side, as `order` of a command has it. */
  readonly order?: number;
  /** An icon has its label in its tooltip. */
  readonly look: 'icon' | 'subtle' | 'plain' | 'filled';
  /** What the button says; the title where it is not given. */
  readonly label?: Words;
  /** What its tooltip says of a button that has its label in sight. */
  readonly hint?: string;
  /** For a command that switches something on and off, and the icon where it is on. */
  readonly pressed?: (state: SessionState) => boolean;
  readonly pressedIcon?: Icon;
}

/** Where a command stands in the menu of what is selected: of what, and among which of its neighbours. */
export interface ContextPlace {
  readonly of: readonly ('cells' | 'rows' | 'columns')[];
  /** The group, the first at the top, and the place in it as `order` of a command has it. */
  readonly section: number;
  readonly order?: number;
}

type Icon = ComponentType<{ readonly size: number; readonly stroke: number }>;

/**
 * One thing a user can ask for, with all that belongs to it: the menus, the toolbar, the palette, the keys and the sheet of
 * shortcuts are derived from it. Made by `command` or `rosterCommand`.
 */
export interface Command {
  readonly title: string;
  readonly icon?: Icon;
  readonly menu: Names['menu'];
  /** The heading beneath which it stands in a long menu. */
  readonly group?: string;
  /** Its place in the group where that is not the order in which commands were registered; 0 if absent. */
  readonly order?: number;
  /** The first is the one to show. Electron’s accelerator form: `Mod` is Cmd on a Mac and Ctrl elsewhere. */
  readonly keys?: readonly string[];
  /** The keys on a Mac, where they are others. */
  readonly macKeys?: readonly string[];
  /** For keys that the browser answers with an event of its own, by which they are heard. */
  readonly native?: true;
  /**
   * Whether a text field that has the focus keeps the keys for itself. A Mac’s text fields know some of them by the
   * system’s menu alone, which shows them then.
   */
  readonly fieldKeys?: 'kept' | 'by menu';
  /** When the keys are the command’s and not the browser’s; always if absent. */
  readonly keysWhile?: (state: SessionState) => boolean;
  readonly toolbar?: ToolbarPlace;
  readonly context?: ContextPlace;
  readonly needsRoster: boolean;
  /** Whether it exists here at all; what does not is shown nowhere, so that menus change only with it. Always if absent. */
  readonly exists?: (state: Pick<SessionState, 'appUpdate'>) => boolean;
  /** Whether it has something to work on; always if absent. */
  readonly when?: (state: SessionState) => boolean;
  /** Why it has nothing to work on, in a few words. */
  readonly whyNot: Words;
  readonly run: (session: Session) => void;
}

/** Commands by their ids, which are `area.name`. */
export type CommandTable<Id extends string = string> = Readonly<Record<Id, Command>>;

/** A command with the id under which a feature has registered it. */
export interface RegisteredCommand extends Command {
  readonly id: string;
}

/** Names that are known to the compiler; those of features are added where these are gathered, in `renderer/features.ts`. */
export interface Names {
  readonly menu: MenuCommand['menu'];
}
/** The id of a command that some feature registers. */
export type CommandId = Names['commandId'];

/** A step that was done, undone or redone. */
export interface Edited {
  readonly kind: 'done' | 'undone' | 'redone';
  readonly step: Step;
}

/** Hands each event to everybody who listens, in the order in which they began to. */
export class Emitter<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  /** Calls back at each event from now on; answers a function that stops it. */
  on(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** One window's work: the open roster and what is shown of it, and the host that reads and writes for it. */
export interface Session {
  readonly host: Host;
  /** What the host said of itself when the window started. */
  readonly app: Reply<'app.start'>;
  readonly store: StoreApi<SessionState>;
  /** What the user has done to the open roster, at the moment when it is done. */
  readonly edits: Emitter<Edited>;
  /** By their ids, in the order of the menus’ groups. */
  readonly commands: ReadonlyMap<string, RegisteredCommand>;
}

/** A session without a roster, and the commands that there are. */
export function createSession(
  host: Host,
  app: Reply<'app.start'>,
  tables: readonly CommandTable[] = [],
): Session {
  const commands = tables.flatMap((table) =>
    Object.entries(table).map(([id, command]) => ({ ...command, id })),
  );
  return {
    host,
    app,
    store: createStore<SessionState>(() => initialState),
    edits: new Emitter(),
    commands: new Map(commands.map((command) => [command.id, command])),
  };
}

export const SessionContext = createContext<Session | null>(null);

/** The window's session, for what a component does. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('No session around this component');
  return session;
}

/** A part of the session's state, for what a component shows; the component follows only that part. */
export function useSessionState<Part>(select: (state: SessionState) => Part): Part {
  return useStore(useSession().store, select);
}
