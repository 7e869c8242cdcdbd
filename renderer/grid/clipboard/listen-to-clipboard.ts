import { keyLabel } from '../../app/commands/keys.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import { isBusy } from '../../app/session/state.ts';
import type { GridView } from '../view/grid-view.ts';
import { beginCut, copyCells, endCut } from './copy-cells.ts';
import { pasteContent } from './paste-content.ts';

/**
 * Copies, cuts and pastes by the browser's own events, which need no permission, while the focus is on a cell and
 * nothing is typed there. Answers a function that stops it.
 */
export function listenToClipboard(view: GridView): () => void {
  const { ownerDocument } = view.wrapper;
  const controller = new AbortController();
  const { signal } = controller;
  const listen = (
    name: 'copy' | 'cut' | 'paste',
    act: (view: GridView, data: DataTransfer) => void,
  ): void => {
    ownerDocument.addEventListener(
      name,
      (event) => {
        if (event.clipboardData === null || !isForGrid(view)) return;
        event.preventDefault();
        act(view, event.clipboardData);
      },
      { signal },
    );
  };
  listen('copy', copyTo);
  listen('cut', cutTo);
  listen('paste', (_, data) => {
    pasteContent(view, { text: data.getData('text/plain'), html: data.getData('text/html') });
  });
  return () => {
    controller.abort();
  };
}

/** Whether the focus is on a cell, or on nothing at all, as after a message was closed. */
function isForGrid({ wrapper, editor, session }: GridView): boolean {
  const { activeElement, body } = wrapper.ownerDocument;
  if (editor !== null || isBusy(session.store.getState())) return false;
  if (activeElement === null || activeElement === body) return true;
  return wrapper.contains(activeElement) && activeElement.closest('.ag-cell') !== null;
}

function copyTo(view: GridView, data: DataTransfer): void {
  endCut(view);
  putOn(view, data);
}

function cutTo(view: GridView, data: DataTransfer): void {
  const copied = putOn(view, data);
  if (copied !== null) beginCut(view, copied.region, copied.text);
}

function putOn(view: GridView, data: DataTransfer): ReturnType<typeof copyCells> {
  const copied = copyCells(view);
  if (copied === null) return null;
  data.setData('text/plain', copied.text);
  if (copied.html !== '') data.setData('text/html', copied.html);
  return copied;
}

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
