import { DraftStore } from '../drafts/draft-store.ts';
import type { Protection } from '../agent-connect/credentials/protection.ts';
import { OpenFiles } from '../files/open-files.ts';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import { createOrganizationStore, type OrganizationStore } from '../organization/organization-store.ts';
import type { OpenedUserData } from '../system/move-to-local.ts';
import { createSupportLog, type Report, reportTo, type SupportLog } from '../system/support-log.ts';
import { makeUploads } from '../uploads/make-uploads.ts';
import type { UploadLimits } from '../uploads/upload-limits.ts';
import type { Uploads } from '../uploads/uploads.ts';

/** What the windows of one process share, and what outlives each of them. */
export interface HostServices {
  readonly userData: OpenedUserData;
  readonly access: AgentConnectAccess;
  readonly organizations: OrganizationStore;
  readonly uploads: Uploads;
  readonly drafts: DraftStore;
  readonly openFiles: OpenFiles;
  readonly log: SupportLog;
  readonly report: Report;
}

/** What differs between the app and the web host. */
export interface ServiceOptions {
  readonly access: AgentConnectAccess;
  readonly limits: UploadLimits;
  /** Protects the keys of drafts; null where nothing does, and drafts leave temporary passwords out. */
  readonly protection: Protection | null;
  /** Keeps the computer awake until the answered function is called; left out where that is not for the process to do. */
  readonly keepAwake?: () => () => void;
}

/** Makes the services over the user's data. */
export function makeHostServices(
  userData: OpenedUserData,
  { access, limits, protection, keepAwake }: ServiceOptions,
): HostServices {
  const { local } = userData;
  const organizations = createOrganizationStore(userData);
  const log = createSupportLog(local);
  const report = reportTo(log);
  const onBug = (error: unknown): void => {
    report('upload', error);
  };
  return {
    ...{ userData, access, organizations, log, report },
    uploads: makeUploads(local, organizations, access, limits, onBug, keepAwake),
    drafts: new DraftStore(local, protection),
    openFiles: new OpenFiles(local),
  };
}
