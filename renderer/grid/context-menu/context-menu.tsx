import { Menu } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { Fragment, useEffect, useState } from 'react';
import { fixLabel, sentenceOf } from '../../../shared/rules/messages.ts';
import { applyFix } from '../../app/commands/problem-commands.ts';
import { peopleOf } from '../../app/session/people.ts';
import { useSessionState } from '../../app/session/session.ts';
import { CommandItem } from '../../app/toolbar/command-item.tsx';
import { problemsAt } from '../columns/problem-places.ts';
import type { GridView } from '../grid-view.ts';
import { focusCell } from '../selection/select-cells.ts';
import { followRequests, type MenuRequest } from './follow-requests.ts';
import { menuSections } from './menu-sections.ts';
import './context-menu.css';

/** The menu of what is selected in the grid, where the pointer or the active cell is. */
export function ContextMenu({ view }: { readonly view: GridView }) {
  const [request, setRequest] = useState<MenuRequest | null>(null);
  useEffect(() => followRequests(view, setRequest), [view]);
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
          className="rc-menu-spot"
          tabIndex={-1}
          aria-hidden
          aria-label={LABELS[request.about]}
          style={{ left: request.at.x, top: request.at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown
        className="rc-context-menu"
        onContextMenu={(event) => {
          event.preventDefault();
        }}
      >
        {request.about === 'cells' && <Fixes view={view} />}
        {menuSections(request.about).map((names, index) => (
          <Fragment key={names[0]}>
            {index > 0 && <Menu.Divider />}
            {names.map((name) => (
              <CommandItem key={name} command={name} />
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
          <Menu.Label className="rc-menu-problem">{sentenceOf(problem, people)}</Menu.Label>
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
