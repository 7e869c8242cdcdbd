import { app, Menu } from 'electron';
import type { HostEvent } from '../../shared/contract.ts';
import { menuTemplate } from './menu-template.ts';

/** Sets the application menu, whose commands go to the window; `updates` says whether newer versions are looked for. */
export function setMenu(updates: boolean, send: (event: HostEvent) => void): void {
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    updates,
    send: (command) => {
      send({ kind: 'command', command });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
