import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { headerAt } from '../../shared/roster/grid-layout.ts';
import { openColumnPopup } from './commands/column-commands.ts';
import { useSessionState } from '../app/session/session.ts';
import { COLUMN_MENU, type ColumnMenuEntry } from './menu-entries.ts';
import { focusCell } from './selection/select-cells.ts';
import { columnIdOf, positionOfColumn } from './view/grid-columns.ts';
import type { GridView } from './view/grid-view.ts';
import './column-menu.css';

/** The menu that hangs from a column's header while it is open. */
export function ColumnMenu({ view }: { readonly view: GridView }) {
  const popup = useSessionState((state) => state.columnPopup);
  if (popup?.kind !== 'menu') return null;
  return <OpenMenu key={popup.position} view={view} position={popup.position} />;
}

function OpenMenu({ view, position }: { readonly view: GridView; readonly position: number }) {
  const document = useSessionState((state) => state.document);
  if (document === null) return null;
  const sections = COLUMN_MENU.map((entries) =>
    entries.filter(({ isOffered }) => isOffered?.(document, position) ?? true),
  ).filter((entries) => entries.length > 0);
  const close = (): void => {
    view.session.store.setState({ columnPopup: null });
  };
  const { left, bottom } = headerRoom(view, position);
  return (
    <Menu
      opened
      width={230}
      withinPortal={false}
      returnFocus={false}
      onClose={() => {
        close();
        focusActiveCell(view);
      }}
    >
      <Menu.Target>
        <button
          type="button"
          className="rc-popup-at"
          tabIndex={-1}
          aria-label={`Menu of ${headerAt(document.roster, position)}`}
          style={{ left, top: bottom }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={`Column ${headerAt(document.roster, position)}`}>
        {sections.map((entries, index) => (
          <Fragment key={index}>
            {index > 0 && <Menu.Divider />}
            {entries.map((entry) => (
              <Menu.Item key={entry.label} closeMenuOnClick={false} onClick={choose(view, position, entry)}>
                {entry.label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The menu is gone before the entry runs, so that the entry has the last word on the focus. */
function choose(view: GridView, position: number, entry: ColumnMenuEntry): () => void {
  return () => {
    view.session.store.setState({ columnPopup: null });
    focusActiveCell(view);
    entry.run(view, position);
  };
}

function focusActiveCell(view: GridView): void {
  const { selection } = view.session.store.getState();
  if (selection !== null) focusCell(view, selection.anchor);
}

/** Where a column's header is, in CSS pixels of the grid's wrapper; the column is scrolled into sight first. */
export function headerRoom(
  view: GridView,
  position: number,
): { readonly left: number; readonly bottom: number } {
  view.api.ensureColumnVisible(columnIdOf(position));
  const around = view.wrapper.getBoundingClientRect();
  const header = view.wrapper
    .querySelector(`.ag-header-cell[col-id="${columnIdOf(position)}"]`)
    ?.getBoundingClientRect();
  return {
    left: (header?.left ?? around.left) - around.left,
    bottom: (header?.bottom ?? around.top) - around.top,
  };
}

/**
 * Opens a column's menu by its mark in the header, and by Alt+Down or Enter on the header; Tab and Escape go back to the
 * active cell, Shift+Tab leaves the grid. Answers a function that stops it.
 */
export function listenToHeaders(view: GridView): () => void {
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  const open = (event: Event): void => {
    const id =
      event.target instanceof Element && event.target.closest('.ag-header-cell')?.getAttribute('col-id');
    const position = positionOfColumn(typeof id === 'string' ? id : '');
    if (position === null) return;
    event.preventDefault();
    event.stopPropagation();
    openColumnPopup(view.session, 'menu', position);
  };
  view.wrapper.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' || (event.altKey && event.key === 'ArrowDown')) open(event);
      else if (event.key === 'Tab' || event.key === 'Escape') leave(view, event);
    },
    options,
  );
  for (const type of ['pointerdown', 'mousedown', 'click'] as const) {
    view.wrapper.addEventListener(
      type,
      (event) => {
        if (!(event.target instanceof Element) || event.target.closest('.rc-header-menu') === null) return;
        if (type === 'click') open(event);
        else event.stopImmediatePropagation();
      },
      options,
    );
  }
  return () => {
    controller.abort();
  };
}

/** AG Grid would go from header to header; for Shift+Tab the browser goes to what is before the grid. */
function leave(view: GridView, event: KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('.ag-header') === null) return;
  event.stopPropagation();
  if (event.shiftKey) return;
  event.preventDefault();
  const { selection } = view.session.store.getState();
  if (selection !== null) focusCell(view, selection.anchor);
}
