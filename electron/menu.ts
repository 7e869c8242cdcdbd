import { app, Menu } from 'electron';
import type { HostEvent } from '../shared/contract.ts';
import { menuTemplate } from './menu-template.ts';

/** Sets the application menu, whose commands go to the window. */
export function setMenu(send: (event: HostEvent) => void): void {
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    send: (command) => {
      send({ kind: 'command', command });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
