import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FileRef, HostEvent } from '../../shared/contract.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, success, type Result } from '../../shared/failures/result.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { OpenFiles } from '../files/open-files.ts';
import { clearLeftoversIn } from '../files/temporary-files.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { createPulls } from '../organization/pulls.ts';
import type { KeptLayout } from '../recent/kept-layout.ts';
import type { RecentFiles } from '../recent/recent-files.ts';
import { supportDoor } from '../support/support-door.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { answerApp, platformName } from './answer-app.ts';
import { answerAppUpdate, type AppUpdating } from './answer-app-update.ts';
import { answerDrafts, createOpenDrafts, leaveDrafts } from './answer-drafts.ts';
import { answerDrops } from './answer-drops.ts';
import { answerFiles } from './answer-files.ts';
import { answerFolders, type Surroundings } from './answer-folders.ts';
import { answerLayout } from './answer-layout.ts';
import { answerOrganization } from './answer-organization.ts';
import { answerProfile } from './answer-profile.ts';
import { answerRecent } from './answer-recent.ts';
import { answerSupport, type Support } from './answer-support.ts';
import { answerTeam } from './answer-team.ts';
import { answerTexts, createOpenTexts } from './answer-texts.ts';
import { answerUpload } from './answer-upload.ts';
import { answerWrites } from './answer-writes.ts';
import type { Desktop } from './desktop.ts';
import { createDoor, type Door } from './door.ts';
import type { Report } from '../system/support-log.ts';
import { createDropFolder } from './drop-folder.ts';
import { createHeldFiles } from './held-files.ts';
import { createKnownFiles } from './known-files.ts';

/** What a window's host is made of. */
export interface HostParts {
  readonly version: string;
  readonly desktop: Desktop;
  readonly recent: RecentFiles;
  readonly layout: KeptLayout;
  readonly organizations: OrganizationStore;
  readonly access: AgentConnectAccess;
  /** The app's, whose end is not this window's. */
  readonly uploads: Uploads;
  readonly drafts: DraftStore;
  readonly openFiles: OpenFiles;
  readonly support: Support;
  readonly surroundings: Surroundings;
  /** The app's; null where newer versions are not looked for. */
  readonly appUpdates: AppUpdating | null;
  /** Absolute path of the file to open first, or null. */
  readonly opening: string | null;
  readonly report: Report;
  /** Tells the window something unasked. */
  send(event: HostEvent): void;
}

/** The host of one window: all that the window knows by handles lives and ends with it. */
export interface Host {
  readonly answer: Door;
  /** Opens a file that the system names: now, or when the window has started. */
  openFile(path: string): void;
  /** The handle of a file that was dropped on the window, when it is one. */
  dropped(path: string): Promise<Result<FileRef, Failure>>;
  /** Lets go what another window may want: the page is gone, or being left. */
  leave(): Promise<void>;
  /** Forgets everything, stops reading, removes copies of dropped files. */
  end(): Promise<void>;
}

/** A host with nothing open. */
export function createHost(parts: HostParts): Host {
  const { desktop, recent, surroundings, organizations, access } = parts;
  const files = createKnownFiles();
  const texts = createOpenTexts();
  const drafts = createOpenDrafts();
  const held = createHeldFiles(parts.openFiles);
  const leave = async (): Promise<void> => {
    await leaveDrafts(drafts);
    await held.keepOnly(null);
  };
  const gone = new AbortController();
  const pulls = createPulls(parts.report);
  const drops = createDropFolder();
  const inPage = desktop.dialogs === null;
  let opening = parts.opening;
  let started = false;
  let removed = false;
  const start = {
    version: parts.version,
    platform: platformName(surroundings.platform),
    started: async () => {
      // The page before this one is gone, whose drafts this one is to be offered.
      await leave();
      void clearRecentFolders(recent);
      if (inPage) void drops.clearLeftovers();
      started = true;
      return opening === null ? null : files.at(opening).ref;
    },
  };
  const end = async (): Promise<void> => {
    gone.abort();
    pulls.end();
    texts.clear();
    await leave();
    await drops.remove();
  };
  const work = {
    isUploading: () => parts.uploads.isRunning,
    rest: async () => {
      removed = true;
      await Promise.all([end(), parts.uploads.end(), parts.support.log.close()]);
      // Each answers when what was to be written before has been.
      await Promise.all([recent.list(), parts.layout.read(), organizations.chosen()]);
    },
  };
  return {
    answer: supportDoor(
      createDoor(
        {
          ...answerApp(desktop, start, files),
          ...answerRecent(recent, files),
          ...answerLayout(parts.layout),
          ...answerFiles({ desktop, files, held, texts, recent, signal: gone.signal }),
          ...answerFolders(files, inPage ? surroundings : null),
          ...answerDrops(files, inPage ? drops : null),
          ...answerTexts(texts),
          ...answerWrites(files, held, recent),
          ...answerDrafts(parts.drafts, drafts, files, texts),
          ...answerUpload(parts.uploads),
          ...answerOrganization({ organizations, access, signal: gone.signal }),
          ...answerProfile(organizations, files),
          ...answerTeam({ organizations, access, pulls, files, texts, signal: gone.signal }),
          ...answerSupport(parts.support, work),
          ...answerAppUpdate(parts.appUpdates, desktop),
        },
        parts.report,
      ),
      parts.support.log,
      () => removed,
    ),
    openFile(path) {
      if (started) parts.send({ kind: 'openFile', file: files.at(path).ref });
      else opening = path;
    },
    async dropped(path) {
      const name = basename(path);
      const found = await stat(path).catch(() => null);
      if (found === null) return failure(failed('file.notFound', { name }));
      if (found.isDirectory()) return failure(failed('file.isFolder', { name }));
      return success(files.at(path).ref);
    },
    leave,
    end,
  };
}

/** Removes what a start before this one was writing when it was killed. */
async function clearRecentFolders(recent: RecentFiles): Promise<void> {
  const files = await recent.list();
  await clearLeftoversIn(new Set(files.map(({ path }) => dirname(path))));
}
