import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutSidebarRightCollapse,
  IconLayoutSidebarRightExpand,
  IconWand,
} from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { runCommand } from '../commands/run-command.ts';
import { OrganizationMenu } from '../../organization/organization-menu.tsx';
import { chosenOrganization } from '../../organization/organizations.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { ModeMenu } from '../../organization/mode-menu.tsx';
import { CommandMenu } from './command-menu.tsx';
import { FileMenu } from './file-menu.tsx';
import { IconCommand } from './icon-command.tsx';
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
      <UndoRedo />
      <FixSafe />
      <div className="toolbar-space" />
      <ProblemsToggle />
      <ExportButton />
      <UploadButton />
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

function UndoRedo() {
  const done = useSessionState((state) => state.document?.history.done.at(-1)?.label);
  const undone = useSessionState((state) => state.document?.history.undone.at(-1)?.label);
  return (
    <>
      <IconCommand
        command="edit.undo"
        label={done === undefined ? 'Nothing to undo' : `Undo: ${done}`}
        icon={<IconArrowBackUp size={18} stroke={1.7} />}
      />
      <IconCommand
        command="edit.redo"
        label={undone === undefined ? 'Nothing to redo' : `Redo: ${undone}`}
        icon={<IconArrowForwardUp size={18} stroke={1.7} />}
      />
    </>
  );
}

function FixSafe() {
  const session = useSession();
  const count = useSessionState((state) => state.document?.checker.safeFixCount ?? 0);
  return (
    <Button
      className="toolbar-fix"
      variant="subtle"
      color="gray"
      leftSection={<IconWand size={16} stroke={1.7} />}
      data-disabled={count === 0}
      aria-disabled={count === 0}
      title="Apply every fix that cannot lose or change meaning; one undo takes all of them back"
      onClick={() => {
        if (count > 0) runCommand(session, 'problems.fixSafe');
      }}
    >
      {count === 0 ? 'No safe fixes' : `Fix ${count.toLocaleString('en-US')} safe`}
    </Button>
  );
}

function ProblemsToggle() {
  const shown = useSessionState(
    (state) => state.problemsShown && !state.uploadShown && state.organizationView === null,
  );
  const Icon = shown ? IconLayoutSidebarRightCollapse : IconLayoutSidebarRightExpand;
  return (
    <IconCommand
      command="view.problems"
      label={shown ? 'Hide the problems' : 'Show the problems'}
      pressed={shown}
      icon={<Icon size={18} stroke={1.7} />}
    />
  );
}

function ExportButton() {
  const session = useSession();
  return (
    <Button
      variant="filled"
      onClick={() => {
        runCommand(session, 'file.export');
      }}
    >
      Export…
    </Button>
  );
}

function UploadButton() {
  const session = useSession();
  const shown = useSessionState((state) => state.uploadShown);
  return (
    <Button
      aria-pressed={shown}
      onClick={() => {
        runCommand(session, 'file.upload');
      }}
    >
      Upload…
    </Button>
  );
}
