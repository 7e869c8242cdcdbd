import { Button } from '@mantine/core';
import { IconFilePlus, IconFolderOpen, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AppUpdateNotice } from '../about/app-update-dialog.tsx';
import { keyHint } from '../app/commands/keys.ts';
import { commandOf, runCommand } from '../app/commands/command.ts';
import { openText } from '../app/session/open-roster.ts';
import { UnsavedRosters } from '../drafts/unsaved-rosters.tsx';
import { OrganizationMenu } from '../organization/organization-menu.tsx';
import { chosenOrganization } from '../organization/organizations.ts';
import { type CommandId, useSession, useSessionState } from '../app/session/session.ts';
import { KeptUploads } from '../upload/run/kept-uploads.tsx';
import { RecentFiles } from './recent-files.tsx';
import sample from './sample-roster.txt?raw';
import { isOfRoster } from '../upload/upload-state.ts';
import { PARTS, usePart } from '../app/window/parts.ts';
import './start-screen.css';

/** What is shown while no roster is open: the ways in. */
export function StartScreen() {
  return (
    <div className="start-frame">
      <StartPage />
      <StartOrganization />
    </div>
  );
}

/** At the same place as above the grid, and beside it. */
function StartOrganization() {
  const isShown = useSessionState((state) => state.organizationView !== null);
  // What is planned is of a roster, of which there is none here.
  const isFollowed = useSessionState(({ upload, uploadShown }) => uploadShown && !isOfRoster(upload));
  const environment = useSessionState((state) => chosenOrganization(state.organizations)?.environment);
  const organization = usePart(PARTS.organization, isShown);
  const upload = usePart(PARTS.upload, isFollowed);
  return (
    <>
      <header className="start-organization" data-environment={environment}>
        <OrganizationMenu />
      </header>
      {isShown && organization}
      {!isShown && isFollowed && upload && (
        <aside className="roster-upload" aria-label="Upload">
          {upload}
        </aside>
      )}
    </>
  );
}

function StartPage() {
  const session = useSession();
  return (
    <main className="start">
      <div className="start-page">
        <header>
          <h1>Rollcall</h1>
          <p>Check and fix a staff roster, then export a file that Agent Connect takes.</p>
        </header>
        <div className="start-ways">
          <WayIn command="file.open" icon={<IconFolderOpen size={20} stroke={1.6} />} main>
            Open a roster…
          </WayIn>
          <WayIn command="file.new" icon={<IconFilePlus size={20} stroke={1.6} />}>
            New roster
          </WayIn>
        </div>
        <p className="start-drop">
          Or drop a file anywhere in this window: Unicode text, CSV or an Excel workbook (.xlsx).
        </p>
        <section className="start-sample">
          <IconTable size={20} stroke={1.6} aria-hidden />
          <p>
            <strong>New here?</strong> A sample roster has a few errors to try things on.
          </p>
          <Button onClick={() => void openText(session, 'Sample roster', sample)}>Open the sample</Button>
        </section>
        <UnsavedRosters />
        <KeptUploads />
        <RecentFiles />
        <AppUpdateNotice />
      </div>
    </main>
  );
}

interface WayInProps {
  readonly command: CommandId;
  readonly icon: ReactNode;
  readonly main?: boolean;
  readonly children: string;
}

function WayIn({ command, icon, main = false, children }: WayInProps) {
  const session = useSession();
  const key = keyHint(commandOf(session, command), session.app);
  return (
    <button
      type="button"
      className="way-in"
      data-main={main}
      onClick={() => {
        runCommand(session, command);
      }}
    >
      {icon}
      <span>{children}</span>
      {key && <kbd>{key}</kbd>}
    </button>
  );
}
