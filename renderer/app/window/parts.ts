import { type ComponentType, createElement, type ReactNode, useEffect, useSyncExternalStore } from 'react';

/** A part of the window whose code is not in the first file that the page loads. */
interface Part {
  /** The part, or null while its code is not there. Throws what kept it from coming. */
  readonly current: () => ComponentType | null;
  /** Loads its code, unless that was begun; again after a failure. */
  readonly load: () => Promise<void>;
  /** Calls back when `current` changes; answers a function that stops it. */
  readonly subscribe: (onChange: () => void) => () => void;
}

const dialogs = part(async () => (await import('../dialogs/dialogs.tsx')).Dialogs);

/**
 * Each part that is loaded later, in the order in which they are loaded. The dialogs come with the grid, so that a key
 * that asks for one never has to wait.
 */
export const PARTS = {
  dialogs,
  rosterScreen: part(async () => {
    const [{ RosterScreen }] = await Promise.all([import('./roster-screen.tsx'), dialogs.load()]);
    return RosterScreen;
  }),
  organization: part(async () => (await import('../../organization/organization-view.tsx')).OrganizationView),
  upload: part(async () => (await import('../../upload/upload-panel.tsx')).UploadPanel),
};

/** Loads them all while the window has nothing else to do, so that nobody waits when one is opened. */
export function loadPartsWhenIdle(): void {
  requestIdleCallback(
    () => {
      // What fails here fails again, and is said, when it is asked for.
      for (const { load } of Object.values(PARTS)) load().catch(() => undefined);
    },
    { timeout: 500 },
  );
}

/**
 * A part as an element, or null while it is not there; asks for it once it is wanted. One that is there is drawn at once, where
 * `React.lazy` would let the window be empty for a moment.
 */
export function usePart({ current, load, subscribe }: Part, isWanted: boolean): ReactNode {
  useEffect(() => {
    if (isWanted) load().catch(() => undefined);
  }, [load, isWanted]);
  const shown = useSyncExternalStore(subscribe, current);
  return shown && createElement(shown);
}

function part(importIt: () => Promise<ComponentType>): Part {
  const listeners = new Set<() => void>();
  let loading: Promise<void> | null = null;
  let state: { readonly shown: ComponentType } | { readonly failure: unknown } | null = null;
  const settle = (next: typeof state): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const begin = async (): Promise<void> => {
    try {
      settle({ shown: await importIt() });
    } catch (failure) {
      loading = null;
      settle({ failure });
      throw failure;
    }
  };
  return {
    current: () => {
      if (state !== null && 'failure' in state) throw state.failure;
      return state?.shown ?? null;
    },
    load: () => (loading ??= begin()),
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
