import type { Channel, Request } from './contract.ts';

/**
 * What the desktop app's preload lays into the window as `window.rollcall`: the contract's calls, the host's events
 * and dropped files, nothing else. `Dropped` is the platform's type of a file; answers are parsed by who asked.
 */
export interface Bridge<Dropped> {
  readonly calls: { readonly [C in Channel]: (request: Request<C>) => Promise<unknown> };
  /** Listens until the returned function is called. */
  onEvent(listener: (event: unknown) => void): () => void;
  fileFromDrop(file: Dropped): Promise<unknown>;
}
