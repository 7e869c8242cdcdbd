import { join } from 'node:path';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { KeptJournals } from './kept-journals.ts';
import { OrganizationLocks } from './organization-locks.ts';
import type { UploadLimits } from './upload-limits.ts';
import { Uploads, type UploadsParts } from './uploads.ts';

/** The uploads of an app, with their journals among the user's data. */
export function makeUploads(
  userData: string,
  organizations: OrganizationStore,
  access: AgentConnectAccess,
  { rate, concurrency, settle }: UploadLimits,
  onBug: UploadsParts['onBug'],
  keepAwake?: UploadsParts['keepAwake'],
): Uploads {
  const folder = join(userData, 'uploads');
  return new Uploads({
    journals: new KeptJournals(folder),
    locks: new OrganizationLocks(folder),
    organizations,
    access,
    pace: { rate, concurrency },
    settle: settle * 1000,
    onBug,
    ...(keepAwake && { keepAwake }),
  });
}
