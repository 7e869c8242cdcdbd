import { keyLabel } from '../../app/commands/key-label.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import type { GridView } from '../grid-view.ts';

/** Copies as Ctrl+C does, from a menu or the palette. */
export function copyByCommand(view: GridView): void {
  send(view, 'copy');
}

/** Cuts as Ctrl+X does, from a menu or the palette. */
export function cutByCommand(view: GridView): void {
  send(view, 'cut');
}

/** Pastes as Ctrl+V does, from a menu or the palette; where the host cannot, it says which keys can. */
export function pasteByCommand({ session }: GridView): void {
  void session.host.call('edit.natively', { action: 'paste' }).then((answer) => {
    const title = `Press ${keyLabel('Mod+V', session.app.platform)} to paste`;
    if (!answer.ok) showFailure(session, title, answer.failure);
  });
}

function send({ wrapper }: GridView, name: 'copy' | 'cut'): void {
  // The newer way to write the clipboard takes the table's own styles out, and with them the zeros of IDs.
  // oxlint-disable-next-line typescript/no-deprecated -- see above
  wrapper.ownerDocument.execCommand(name);
}
