import { safeStorage } from 'electron';
import type { Channel } from '../../shared/app-update/judge-channel.ts';
import type { AppUpdates } from '../app-update/app-updates.ts';
import { openAppUpdates } from '../app-update/open-app-updates.ts';
import { DraftStore } from '../drafts/draft-store.ts';
import { OpenFiles } from '../files/open-files.ts';
import { electronAccess } from './electron-access.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import { createOrganizationStore, type OrganizationStore } from '../organization/organization-store.ts';
import type { Report } from '../ipc/door.ts';
import { reportTo } from '../report-error.ts';
import { createSupportLog, type SupportLog } from '../support/support-log.ts';
import { makeUploads } from '../uploads/make-uploads.ts';
import { USUAL_LIMITS } from '../uploads/upload-limits.ts';
import type { Uploads } from '../uploads/uploads.ts';

/** What outlives a window of the app. */
export interface AppServices {
  readonly access: AgentConnectAccess;
  readonly organizations: OrganizationStore;
  readonly uploads: Uploads;
  readonly drafts: DraftStore;
  readonly openFiles: OpenFiles;
  readonly log: SupportLog;
  readonly report: Report;
  readonly channel: Channel;
  /** Null where the channel is off. */
  readonly appUpdates: AppUpdates | null;
}

/** Makes the app's services in a folder of the user's data; newer versions are looked for in the channel. */
export function makeAppServices(userData: string, channel: Channel): AppServices {
  const access = electronAccess(userData);
  const organizations = createOrganizationStore(userData);
  const log = createSupportLog(userData);
  const report = reportTo(log);
  const uploads = makeUploads(userData, organizations, access, USUAL_LIMITS, (error) => {
    report('upload', error);
  });
  return {
    ...{ access, organizations, uploads },
    drafts: new DraftStore(userData, safeStorage),
    openFiles: new OpenFiles(userData),
    ...{ log, report, channel },
    appUpdates: openAppUpdates(channel, log),
  };
}
