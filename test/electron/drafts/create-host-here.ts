import { systemClock } from '../../../electron/agent-connect/client/connection.ts';
import { createCredentialStore } from '../../../electron/agent-connect/credentials/credential-store.ts';
import { DraftStore } from '../../../electron/drafts/draft-store.ts';
import { OpenFiles } from '../../../electron/files/open-files.ts';
import { createHost, type Host } from '../../../electron/host/host.ts';
import { createOrganizationStore } from '../../../electron/organization/organization-store.ts';
import { createLayoutStore } from '../../../electron/host/column-layout.ts';
import { createRecentFiles } from '../../../electron/host/recent-files.ts';
import { makeUploads } from '../../../electron/uploads/make-uploads.ts';
import { USUAL_LIMITS } from '../../../electron/uploads/upload-limits.ts';
import { success } from '../../../shared/failures/result.ts';
import { dataIn, supportIn } from '../host/support-here.ts';

/** The host of a window without a desktop, with its data in a folder; a bug in it ends the process. */
export function createHostHere(userData: string): Host {
  const report = (_: string, error: unknown): void => {
    throw error;
  };
  const organizations = createOrganizationStore(dataIn(userData));
  const access = {
    fetch: success(fetch),
    clock: systemClock,
    credentials: createCredentialStore({ disk: null, environment: null }),
    testServers: false,
    weakTls: false,
  };
  return createHost({
    version: '0',
    desktop: {
      dialogs: null,
      editNatively: () => false,
      showInFolder: () => Promise.resolve(false),
      startDrag: () => Promise.resolve(false),
      openPage: () => Promise.resolve(false),
      showDocument: () => undefined,
      showMenu: () => undefined,
      heard: () => undefined,
      closeWindow: () => undefined,
    },
    recent: createRecentFiles(userData),
    layout: createLayoutStore(userData),
    organizations,
    access,
    uploads: makeUploads(userData, organizations, access, USUAL_LIMITS, (error) => {
      report('upload', error);
    }),
    drafts: new DraftStore(userData, null),
    openFiles: new OpenFiles(userData),
    support: supportIn(userData),
    appUpdates: null,
    surroundings: { home: userData, current: userData, platform: process.platform },
    opening: null,
    report,
    send: () => undefined,
  });
}
