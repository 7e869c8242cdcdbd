// First, because the contract's schemas ask for code from strings when they are built, which the page forbids.
import '../../shared/contract/zod-without-eval.ts';
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, CONTRACT } from '../../shared/contract/contract.ts';
import { isOwnPage, WIRE } from './page-origin.ts';

// A preload runs in every page of its window, also in `about:blank` and in Chromium's error pages, which may have our
// origin. Those get nothing.
if (isOwnPage(location.href)) contextBridge.exposeInMainWorld('rollcall', makeBridge());

function makeBridge(): Bridge<File> {
  const calls = Object.fromEntries(
    Object.keys(CONTRACT).map((channel) => [
      channel,
      (request: unknown): Promise<unknown> => ipcRenderer.invoke(WIRE.call, channel, request),
    ]),
  );
  return {
    // Made of the contract's own keys, which `fromEntries` cannot express.
    calls: calls as Bridge<File>['calls'],
    onEvent: makeListening(),
    // Only the preload learns the path, and only of a file that the user let fall on the window.
    fileFromDrop: (file) => ipcRenderer.invoke(WIRE.drop, webUtils.getPathForFile(file)),
  };
}

/** Hands over the host's events; those that come before the page listens wait for it. */
function makeListening(): Bridge<File>['onEvent'] {
  const early: unknown[] = [];
  const keep = (_event: unknown, event: unknown): void => {
    early.push(event);
  };
  ipcRenderer.on(WIRE.event, keep);
  return (listener) => {
    ipcRenderer.off(WIRE.event, keep);
    const pass = (_event: unknown, event: unknown): void => {
      listener(event);
    };
    ipcRenderer.on(WIRE.event, pass);
    for (const event of early.splice(0)) listener(event);
    return () => {
      ipcRenderer.off(WIRE.event, pass);
    };
  };
}
