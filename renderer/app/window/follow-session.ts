import { followAppUpdate } from '../../about/about-commands.ts';
import { listenToKeys } from '../commands/keyboard.ts';
import { showMenu } from '../commands/show-menu.ts';
import { followDrafts } from '../../drafts/follow-drafts.ts';
import { followTeam } from '../../organization/follow-team.ts';
import { loadOrganizations } from '../../organization/keep-organization.ts';
import { loadLayout } from '../session/column-layout.ts';
import { followFile } from '../session/hold-file.ts';
import { openFile } from '../session/open-roster.ts';
import type { Session } from '../session/session.ts';
import { followRoster } from '../../upload/run/own-roster.ts';
import { findRunning } from '../../upload/run/steer-run.ts';
import { followChanges } from '../../upload/follow-changes.ts';
import { guardLeaving } from './guard-leaving.ts';
import { keepAlive } from './keep-alive.ts';
import { keepFocus } from './keep-focus.ts';
import { listenToHost } from './listen-to-host.ts';
import { showDocument } from './show-document.ts';

/** Ties the session to its window and host for as long as the window stands, and opens what the app was started with. */
export function followSession(session: Session): void {
  void loadLayout(session);
  void loadOrganizations(session);
  followTeam(session);
  listenToKeys(session);
  showMenu(session);
  listenToHost(session);
  keepAlive(session);
  keepFocus();
  guardLeaving(session);
  showDocument(session);
  followRoster(session);
  followChanges(session);
  followDrafts(session);
  followFile(session);
  void findRunning(session);
  followAppUpdate(session);
  if (session.app.opening !== null) void openFile(session, session.app.opening);
}
