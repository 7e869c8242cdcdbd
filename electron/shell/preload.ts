// First, because the contract's schemas ask for code from strings when they are built, which the page forbids.
import '../../shared/zod-without-eval.ts';
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../../shared/bridge.ts';
import { CONTRACT } from '../../shared/contract.ts';
import { WIRE } from '../ipc/wire.ts';

const calls = Object.fromEntries(
  Object.keys(CONTRACT).map((channel) => [
    channel,
    (request: unknown): Promise<unknown> => ipcRenderer.invoke(WIRE.call, channel, request),
  ]),
);

const bridge: Bridge<File> = {
  // Made of the contract's own keys, which `fromEntries` cannot express.
  calls: calls as Bridge<File>['calls'],
  onEvent(listener) {
    const pass = (_event: unknown, event: unknown): void => {
      listener(event);
    };
    ipcRenderer.on(WIRE.event, pass);
    return () => {
      ipcRenderer.off(WIRE.event, pass);
    };
  },
  // Only the preload learns the path, and only of a file that the user let fall on the window.
  fileFromDrop: (file) => ipcRenderer.invoke(WIRE.drop, webUtils.getPathForFile(file)),
};

contextBridge.exposeInMainWorld('rollcall', bridge);
