import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { useSessionState } from '../../../app/session/session.ts';
import { focusCell } from '../../selection/select-cells.ts';
import type { GridView } from '../../grid-view.ts';
import { headerAt } from '../header-at.ts';
import { COLUMN_MENU, type ColumnMenuEntry } from './column-menu-entries.ts';
import { headerRoom } from './header-room.ts';
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
