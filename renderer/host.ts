// First, because the contract's schemas ask for code from strings when they are built, which the page forbids.
import '../shared/contract/zod-without-eval.ts';
import type { Bridge } from '../shared/contract/contract.ts';
import { connectByHttp } from './host-http.ts';
import { connectByIpc } from './host-ipc.ts';
import type { Host } from './host-type.ts';

export type { Host } from './host-type.ts';

declare global {
  interface Window {
    /** In the desktop app alone. */
    readonly rollcall?: Bridge<File>;
  }
}

/** Connects to the host. Where there is none, every call answers `host.gone`. */
export async function connectHost(): Promise<Host> {
  return window.rollcall === undefined ? connectByHttp() : connectByIpc(window.rollcall);
}
