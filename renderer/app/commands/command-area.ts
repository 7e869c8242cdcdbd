import type { CommandName } from '../../../shared/commands.ts';
import type { Session } from '../session/session.ts';
import type { Document } from '../session/document.ts';

type Run = (session: Session) => void;

/** What each command of an area does: of `rows`, all commands whose names begin with “rows.”. */
export type CommandArea<Area extends string> = Readonly<
  Record<Extract<CommandName, `${Area}.${string}`>, Run>
>;

/** A command on the open roster; without one it does nothing. */
export function withRoster(run: (session: Session, document: Document) => void): Run {
  return (session) => {
    const { document } = session.store.getState();
    if (document !== null) run(session, document);
  };
}
