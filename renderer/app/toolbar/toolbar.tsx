import type { MouseEvent } from 'react';
import { inOrder, registered } from '../commands/command.ts';
import { OrganizationMenu } from '../../organization/organization-menu.tsx';
import { chosenOrganization } from '../../organization/organizations.ts';
import { type ToolbarPlace, useSession, useSessionState } from '../session/session.ts';
import { ModeMenu } from '../../organization/mode-menu.tsx';
import { CommandMenu } from './command-menu.tsx';
import { FileMenu } from './file-menu.tsx';
import { ToolbarCommand } from './toolbar-command.tsx';
import './toolbar.css';

/** The one bar above the grid: the file, undo and redo, the safe fixes, the problems panel, Export and Upload. */
export function Toolbar() {
  const environment = useSessionState((state) => chosenOrganization(state.organizations)?.environment);
  return (
    <header className="toolbar" data-environment={environment} onMouseDown={keepFocus}>
      <DocumentHeading />
      <CommandMenu />
      <OrganizationMenu />
      <ModeMenu />
      <FileMenu />
      <div className="toolbar-rule" />
      <Commands side="left" />
      <div className="toolbar-space" />
      <Commands side="right" />
    </header>
  );
}

/** A press of a button by the mouse leaves the focus where it is, so that the keys still go to the cell. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
}

/** The page's heading, for those who go by headings; the others see the file's button. */
function DocumentHeading() {
  const name = useSessionState((state) => state.document?.name);
  return <h1 className="unseen">{name}</h1>;
}

interface CommandsProps {
  readonly side: ToolbarPlace['side'];
}

/** The commands of one side, in their order. */
function Commands({ side }: CommandsProps) {
  const session = useSession();
  const placed = registered(session).flatMap((command) =>
    command.toolbar?.side === side ? [{ command, order: command.toolbar.order, place: command.toolbar }] : [],
  );
  return inOrder(placed).map(({ command, place }) => (
    <ToolbarCommand key={command.id} command={command} place={place} />
  ));
}
