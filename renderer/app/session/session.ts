import { createContext, use } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Reply } from '../../../shared/contract/contract.ts';
import type { Host } from '../../host.ts';
import { initialState, type SessionState } from './state.ts';

/** One window's work: the open roster and what is shown of it, and the host that reads and writes for it. */
export interface Session {
  readonly host: Host;
  /** What the host said of itself when the window started. */
  readonly app: Reply<'app.start'>;
  readonly store: StoreApi<SessionState>;
}

/** A session without a roster. */
export function createSession(host: Host, app: Reply<'app.start'>): Session {
  return { host, app, store: createStore<SessionState>(() => initialState) };
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
