import { Menu } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { Fragment, useEffect, useState } from 'react';
import { fixLabel, sentenceOf } from '../../shared/rules/messages.ts';
import { applyFix } from '../problems/problem-commands.ts';
import { peopleOf } from '../app/session/people.ts';
import { useSessionState } from '../app/session/session.ts';
import { CommandItem } from '../app/toolbar/command-item.tsx';
import { problemsAt } from '../problems/problem-places.ts';
import { commitEditing } from './editing/edit-cells.ts';
import { isInSelectedColumns } from './input/header-pointer.ts';
import { asksForMenu } from './input/pointer.ts';
import { contextSections } from '../app/commands/command.ts';
import type { MenuRequest } from './menu-entries.ts';
import type { Point } from './selection/follow-drag.ts';
import { focusCell, selectCell, selectColumn, selectRow } from './selection/select-cells.ts';
import { columnIdOf, GUTTER, positionOfColumn } from './view/grid-columns.ts';
import { documentOf, type GridView } from './view/grid-view.ts';
import { gridIndexOf, holds, holdsRow } from './view/places.ts';
import css from './context-menu.module.css';

/** The menu of what is selected in the grid, where the pointer or the active cell is. */
export function ContextMenu({ view }: { readonly view: GridView }) {
  const [request, setRequest] = useState<MenuRequest | null>(null);
  useEffect(() => followMenuRequests(view, setRequest), [view]);
  if (request === null) return null;
  return (
    <OpenMenu
      key={`${request.about} ${request.at.x} ${request.at.y}`}
      view={view}
      request={request}
      onClose={() => {
        setRequest(null);
      }}
    />
  );
}

interface OpenMenuProps {
  readonly view: GridView;
  readonly request: MenuRequest;
  readonly onClose: () => void;
}

function OpenMenu({ view, request, onClose }: OpenMenuProps) {
  const close = (): void => {
    onClose();
    const { selection, dialog } = view.session.store.getState();
    if (selection !== null && dialog === null) focusCell(view, selection.anchor);
  };
  return (
    <Menu
      opened
      width={300}
      onClose={close}
      returnFocus={false}
      withinPortal={false}
      floatingStrategy="fixed"
      position="right-start"
      transitionProps={{ duration: 0 }}
      offset={2}
    >
      <Menu.Target>
        <button
          type="button"
          className={css['menuSpot']}
          tabIndex={-1}
          aria-hidden
          aria-label={LABELS[request.about]}
          style={{ left: request.at.x, top: request.at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown
        className={css['contextMenu']}
        onContextMenu={(event) => {
          event.preventDefault();
        }}
      >
        {request.about === 'cells' && <Fixes view={view} />}
        {contextSections(view.session, request.about).map((commands, index) => (
          <Fragment key={commands[0]?.id}>
            {index > 0 && <Menu.Divider />}
            {commands.map((command) => (
              <CommandItem key={command.id} command={command} />
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const LABELS = { cells: 'Cells', rows: 'Rows', columns: 'Columns' } as const;

/** What is wrong with the active cell, each problem with its fixes. */
function Fixes({ view }: { readonly view: GridView }) {
  const document = useSessionState((state) => state.document);
  const place = useSessionState((state) => state.selection?.anchor);
  if (document === null || place === undefined) return null;
  const problems = problemsAt(document, place.row, place.position);
  const people = peopleOf(document.roster);
  if (problems.length === 0) return null;
  return (
    <>
      {problems.map((problem, index) => (
        <Fragment key={`${problem.code} ${index}`}>
          <Menu.Label className={css['menuProblem']}>{sentenceOf(problem, people)}</Menu.Label>
          {problem.fixes.map((fix, place) => (
            <Menu.Item
              key={place}
              leftSection={<IconBulb size={15} aria-hidden />}
              onClick={() => {
                applyFix(view.session, problem, fix);
              }}
            >
              {fixLabel(problem, fix, people)}
            </Menu.Item>
          ))}
        </Fragment>
      ))}
      <Menu.Divider />
    </>
  );
}

/**
 * Listens to what asks for a context menu: the right button, and the Menu key or Shift+F10 on the active cell. What is
 * asked about is selected first, unless it lies in the selection.
 */
function followMenuRequests(view: GridView, show: (request: MenuRequest) => void): () => void {
  const { wrapper, session } = view;
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  // AG Grid would focus what was pressed, and so select it.
  const keep = (event: MouseEvent): void => {
    if (!asksForMenu(event, session.app.platform) || isTyped(view, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  wrapper.addEventListener('pointerdown', keep, options);
  wrapper.addEventListener('mousedown', keep, options);
  wrapper.addEventListener(
    'contextmenu',
    (event) => {
      if (isTyped(view, event.target)) return;
      event.preventDefault();
      commitEditing(view);
      const about = selectAsked(view, event.target);
      if (about !== null) show({ about, at: { x: event.clientX, y: event.clientY } });
    },
    options,
  );
  wrapper.addEventListener(
    'keydown',
    (event) => {
      const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      if (!isMenuKey || view.editor !== null) return;
      event.preventDefault();
      event.stopPropagation();
      const request = requestAtFocus(view, event.target);
      if (request) show(request);
    },
    options,
  );
  return () => {
    controller.abort();
  };
}

/** In an open editor the system's own menu for text is wanted. */
function isTyped({ editor }: GridView, target: EventTarget | null): boolean {
  return editor !== null && target instanceof Node && editor.element.contains(target);
}

function selectAsked(view: GridView, target: EventTarget | null): MenuRequest['about'] | null {
  if (!(target instanceof Element)) return null;
  const header = target.closest('.ag-header-cell')?.getAttribute('col-id') ?? null;
  if (header !== null) return selectHeader(view, header);
  const column = target.closest('.ag-cell')?.getAttribute('col-id') ?? null;
  const row = Number(target.closest('.ag-row')?.getAttribute('row-id'));
  const index = gridIndexOf(documentOf(view), row);
  if (column === null || index === null) return null;
  const { selection } = view.session.store.getState();
  const position = positionOfColumn(column);
  if (position === null) {
    if (selection?.kind !== 'rows' || !holdsRow(view.block, index)) selectRow(view, row, false);
    return 'rows';
  }
  if (!holds(view.block, index, view.shownPositions.indexOf(position))) selectCell(view, { row, position });
  return aboutOf(view);
}

function selectHeader(view: GridView, header: string): MenuRequest['about'] | null {
  const position = positionOfColumn(header);
  if (header === GUTTER || position === null) return null;
  if (!isInSelectedColumns(view, position)) selectColumn(view, position, false);
  return 'columns';
}

function aboutOf({ session }: GridView): MenuRequest['about'] {
  return session.store.getState().selection?.kind ?? 'cells';
}

/** The menu of the selection, below the active cell or the header that has the focus. */
function requestAtFocus(view: GridView, target: EventTarget | null): MenuRequest | null {
  const { selection } = view.session.store.getState();
  const focused = target instanceof Element ? target.closest('.ag-header-cell') : null;
  if (focused !== null) return { about: selectAsked(view, focused) ?? 'columns', at: cornerOf(focused) };
  if (selection === null) return null;
  const { row, position } = selection.anchor;
  const cell = view.wrapper.querySelector(
    `.ag-row[row-id="${row}"] .ag-cell[col-id="${columnIdOf(position)}"]`,
  );
  return { about: aboutOf(view), at: cornerOf(cell ?? view.wrapper) };
}

function cornerOf(element: Element): Point {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 8, y: bottom };
}
