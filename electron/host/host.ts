import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FileRef } from '../../shared/contract/call.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { HostEvent } from '../../shared/contract/contract.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { OpenFiles } from '../files/open-files.ts';
import { clearLeftoversIn } from '../files/temporary-files.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { createPulls } from '../organization/pulls.ts';
import type { Report } from '../system/support-log.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { appHandlers, appUpdateHandlers, type AppUpdating, platformName } from './app-handlers.ts';
import { layoutHandlers, type LayoutStore } from './column-layout.ts';
import type { Desktop } from './desktop.ts';
import { createDispatcher, type Dispatch, logFailures } from './dispatcher.ts';
import { createOpenDrafts, draftHandlers, leaveDrafts } from './draft-handlers.ts';
import { createDropFolder, dropHandlers } from './drop-handlers.ts';
import { createOpenTexts, fileHandlers, textHandlers } from './file-handlers.ts';
import { folderHandlers, type Surroundings } from './folder-handlers.ts';
import { createHeldFiles, createKnownFiles } from './known-files.ts';
import { organizationHandlers, profileHandlers, teamHandlers } from './organization-handlers.ts';
import { type RecentFiles, recentHandlers } from './recent-files.ts';
import { type Support, supportHandlers } from './support-handlers.ts';
import { uploadHandlers } from './upload-handlers.ts';
import { writeHandlers } from './write-handlers.ts';

/** What a window's host is made of. */
export interface HostParts {
  readonly version: string;
  readonly desktop: Desktop;
  readonly recent: RecentFiles;
  readonly layout: LayoutStore;
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
  readonly answer: Dispatch;
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
    uploadRate: parts.uploads.rate,
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
    answer: logFailures(
      createDispatcher(
        {
          ...appHandlers(desktop, start, files),
          ...recentHandlers(recent, files),
          ...layoutHandlers(parts.layout),
          ...fileHandlers({ desktop, files, held, texts, recent, signal: gone.signal }),
          ...folderHandlers(files, inPage ? surroundings : null),
          ...dropHandlers(files, inPage ? drops : null),
          ...textHandlers(texts),
          ...writeHandlers(files, held, recent),
          ...draftHandlers(parts.drafts, drafts, files, texts),
          ...uploadHandlers(parts.uploads),
          ...organizationHandlers({ organizations, access, signal: gone.signal }),
          ...profileHandlers(organizations, files),
          ...teamHandlers({ organizations, access, pulls, files, texts, signal: gone.signal }),
          ...supportHandlers(parts.support, work),
          ...appUpdateHandlers(parts.appUpdates, desktop),
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
