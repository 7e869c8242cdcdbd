import { join } from 'node:path';
import type { AgentConnectAccess } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { KeptJournals } from './kept-journals.ts';
import { Uploads, type UploadsParts } from './uploads.ts';

/** How fast an upload goes and how long it looks for an unknown outcome, where nobody says otherwise. */
export const USUAL_LIMITS = {
  /** Requests a minute, and at once. */
  rate: 60,
  concurrency: 2,
  /** Seconds. */
  settle: 40,
} as const;

/** How fast an upload goes. */
export type UploadLimits = Readonly<Record<keyof typeof USUAL_LIMITS, number>>;

/** The uploads of an app, with their journals among the user's data. */
export function makeUploads(
  userData: string,
  organizations: OrganizationStore,
  access: AgentConnectAccess,
  { rate, concurrency, settle }: UploadLimits,
  onBug: UploadsParts['onBug'],
): Uploads {
  return new Uploads({
    journals: new KeptJournals(join(userData, 'uploads')),
    organizations,
    access,
    pace: { rate, concurrency },
    settle: settle * 1000,
    onBug,
  });
}
